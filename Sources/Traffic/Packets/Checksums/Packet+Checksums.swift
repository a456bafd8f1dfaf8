extension Packet {
    /// Verifies the checksums of the IPv4 header and of TCP, UDP or ICMP; where one is wrong, ``fault`` says which.
    ///
    ///     packet.verifyChecksums(bytes)
    ///     packet.fault     // .wrongTCPChecksum
    ///
    /// Of a packet in a tunnel, these are the checksums of the packet inside. A checksum that is not there, or does not
    /// cover what was captured, says nothing: that of a fragment, of a packet cut short or longer than its frame, UDP's
    /// zero in IPv4, and what a sender left to its network card together with the packet's length. A card also fills in
    /// checksums, so a capture made on the sending machine shows wrong ones that nobody else ever sees.
    /// - Parameter bytes: the captured bytes that the packet was decoded from.
    /// - Complexity: O(*n*) in the bytes, some hundred nanoseconds for a full Ethernet frame.
    public mutating func verifyChecksums(_ bytes: RawSpan) {
        guard bytes.byteCount == capturedLength, let wrong = ChecksumCheck.fault(of: self, bytes) else { return }
        fault = wrong
    }
}

/// Compares the checksums of a packet with its bytes: RFC 791, RFC 9293, RFC 768, RFC 792, RFC 4443, RFC 8200 section
/// 8.1.
enum ChecksumCheck {
    /// What is wrong; nil where nothing is, or nothing can be told.
    static func fault(of packet: Packet, _ bytes: RawSpan) -> DecodingFault? {
        guard let network = packet.network, let start = packet.networkOffset else { return nil }
        if network.version == .four, !hasSoundHeader(bytes, at: start) { return .wrongIPChecksum }
        guard network.fragment == nil, packet.fault != .longerThanFrame, declaresLength(bytes, at: start, network)
        else { return nil }
        let payload = start + network.headerLength..<start + network.headerLength + network.payloadLength
        guard payload.upperBound <= bytes.byteCount else { return nil }
        switch (packet.transport, network.carriedProtocol) {
        case (.tcp, _): return isSound(packet, bytes, payload) ? nil : .wrongTCPChecksum
        case (.udp, .udp): return isSoundDatagram(packet, bytes, payload) ? nil : .wrongUDPChecksum
        case (.icmp, .icmp): return checksum(bytes, payload).isSound ? nil : .wrongICMPChecksum
        case (.icmp, .icmpv6): return isSound(packet, bytes, payload) ? nil : .wrongICMPChecksum
        default: return nil
        }
    }
}

extension ChecksumCheck {
    private static func hasSoundHeader(_ bytes: RawSpan, at start: Int) -> Bool {
        let length = Int(bytes.uint8(at: start) & 0x0f) * 4
        guard start + length <= bytes.byteCount else { return true }
        return checksum(bytes, start..<start + length).isSound
    }

    /// Whether the header says how long the packet is: otherwise its sender left that, and checksums, to a network
    /// card.
    private static func declaresLength(_ bytes: RawSpan, at start: Int, _ network: IPHeader) -> Bool {
        let isJumbo = network.headerLength + network.payloadLength - IPv6.headerLength > 0xffff
        return isJumbo || bytes.uint16(at: start + (network.version == .four ? 2 : 4)) != 0
    }

    /// A datagram may end before its packet, and in IPv4 it need not have a checksum.
    private static func isSoundDatagram(_ packet: Packet, _ bytes: RawSpan, _ payload: Range<Int>) -> Bool {
        let declared = Int(bytes.uint16(at: payload.lowerBound + 4))
        let length = declared == 0 ? payload.count : declared
        let isAbsent = packet.network?.version == .four && bytes.uint16(at: payload.lowerBound + 6) == 0
        guard !isAbsent, length <= payload.count else { return true }
        return isSound(packet, bytes, payload.lowerBound..<payload.lowerBound + length)
    }

    /// Whether the checksum over `payload` and the pseudo-header is right, or cannot be told.
    private static func isSound(_ packet: Packet, _ bytes: RawSpan, _ payload: Range<Int>) -> Bool {
        guard let network = packet.network, let ends = PacketEnds(packet, bytes) else { return true }
        var checksum = checksum(bytes, payload)
        checksum.add(ends.source)
        checksum.add(ends.destination)
        checksum.add(UInt16(network.carriedProtocol.rawValue))
        checksum.add(UInt16(truncatingIfNeeded: payload.count >> 16))
        checksum.add(UInt16(truncatingIfNeeded: payload.count))
        return checksum.isSound
    }

    private static func checksum(_ bytes: RawSpan, _ range: Range<Int>) -> InternetChecksum {
        var checksum = InternetChecksum()
        checksum.add(bytes.extracting(range))
        return checksum
    }
}
