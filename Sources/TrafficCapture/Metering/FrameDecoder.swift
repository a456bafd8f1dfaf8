import Traffic

/// How the frames of a capture become packets.
package struct FrameDecoder: Hashable, Sendable {
    let tunnels: TunnelView
    let verifiesChecksums: Bool

    /// Decodes a frame, once for each depth that counts, the outermost first, until `body` wants no more.
    package func decode(
        _ bytes: RawSpan, _ header: FrameHeader, _ body: (Packet) -> FrameVisit
    ) -> FrameVisit {
        forEachDepth(of: bytes, header) { body(packet(bytes, header, $0)) }
    }
}

extension FrameDecoder {
    /// Calls `body` with each depth at which a frame is to be decoded, the outermost first, until it wants no more.
    @inline(__always)
    func forEachDepth(
        of bytes: RawSpan, _ header: FrameHeader, _ body: (TunnelDepth) -> FrameVisit
    ) -> FrameVisit {
        switch tunnels {
        case .innermost: return body(.all)
        case .outermost: return body(.none)
        case .every:
            for outer in 0..<(Packet(decoding: bytes, header).tunnel?.depth ?? 0) {
                if body(TunnelDepth(outer)) == .stop { return .stop }
            }
            return body(.all)
        }
    }

    /// The packet of a frame at one depth.
    func packet(_ bytes: RawSpan, _ header: FrameHeader, _ depth: TunnelDepth) -> Packet {
        var packet = Packet(decoding: bytes, header, tunnels: depth)
        if verifiesChecksums { packet.verifyChecksums(bytes) }
        return packet
    }

    /// The same in place of another packet, which spares a copy.
    @inline(__always)
    func decode(_ bytes: RawSpan, _ header: FrameHeader, _ depth: TunnelDepth, into packet: inout Packet) {
        packet.replace(
            decoding: bytes, link: header.linkType, time: header.time, originalLength: header.originalLength,
            tunnels: depth)
        if verifiesChecksums { packet.verifyChecksums(bytes) }
    }
}

extension CaptureMeter {
    /// How it decodes frames.
    package var decoder: FrameDecoder { FrameDecoder(tunnels: tunnels, verifiesChecksums: verifiesChecksums) }
}
