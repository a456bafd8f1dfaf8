import Traffic

/// A frame of any link. The last three bytes say which link, how much longer the frame was than its capture, and how
/// many tunnels are opened.
enum DecodeTarget {
    private static let tail = 3

    static func run(_ input: RawSpan) throws {
        guard input.byteCount >= tail else { return }
        let frame = input.extracting(first: input.byteCount - tail)
        let choices = input.extracting(last: tail).withUnsafeBytes { ($0[0], $0[1], $0[2]) }
        let link = LinkType.supported[Int(choices.0) % LinkType.supported.count]
        let length = frame.byteCount + (choices.1 < 0x80 ? Int(choices.1) : Int(choices.1 & 0x7f) << 26)
        let depth = Int(choices.2 % 18)
        let packet = decode(frame, link, length, depth)
        try checkLengths(packet, frame)
        try checkLayers(packet, depth)
        try checkVerified(packet, frame)
        try hold(packet == decode(frame, link, length, depth), "equal frames are decoded equally")
    }

    private static func decode(_ frame: RawSpan, _ link: LinkType, _ length: Int, _ depth: Int) -> Packet {
        Packet(
            decoding: frame, link: link, time: Timestamp(nanoseconds: 7), originalLength: length,
            tunnels: TunnelDepth(depth))
    }

    private static func checkLengths(_ packet: Packet, _ frame: RawSpan) throws {
        try hold(packet.capturedLength == frame.byteCount, "the captured length is that of the frame")
        try hold(packet.ipLength ?? 0 >= packet.network?.headerLength ?? 0, "a packet is no shorter than its header")
        try hold(packet.payloadLength ?? 0 >= 0, "no payload is shorter than nothing")
        try hold(packet.networkOffset ?? 0 <= frame.byteCount, "the network header begins within the frame")
        guard let range = packet.payloadRange else { return }
        try hold(range.upperBound <= frame.byteCount, "the payload lies within the frame")
        _ = frame.extracting(range)
    }

    /// Whatever the checksums are, nothing but the fault changes.
    private static func checkVerified(_ packet: Packet, _ frame: RawSpan) throws {
        var verified = packet
        verified.verifyChecksums(frame)
        if verified.fault?.isWrongChecksum == true { verified.fault = packet.fault }
        try hold(verified == packet, "verifying changes the fault alone")
    }

    private static func checkLayers(_ packet: Packet, _ depth: Int) throws {
        try hold((packet.networkOffset == nil) == (packet.network == nil), "a network header has a place")
        try hold(packet.ports == nil || packet.network != nil, "ports stand in a network packet")
        try hold(packet.transport == nil || packet.network != nil, "a transport header stands in a network packet")
        try hold(packet.tunnel?.depth ?? 0 <= min(depth, 16), "no more tunnels are opened than asked for")
        try hold(packet.link.vlans.count <= VLANTags.mostKept, "no more VLAN tags are kept than there is room for")
        if case .tcp(let header) = packet.transport {
            try hold((20...60).contains(header.length), "a TCP header has 20 to 60 bytes")
        }
        if let fault = packet.fault { try hold(!fault.description.isEmpty, "a fault has words") }
    }
}
