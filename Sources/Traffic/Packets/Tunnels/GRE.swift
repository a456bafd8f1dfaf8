/// Generic Routing Encapsulation, RFC 2784 with RFC 2890, and in its version 1 the Point-to-Point Tunnelling Protocol,
/// RFC 2637.
enum GRE {
    static let shortestHeader = 4

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= shortestHeader else {
            return packet.fault = layer.fault(within: .tunnel, of: shortestHeader)
        }
        let start = bytes.extracting(layer.range).uint32(at: 0)
        let flags = Flags(rawValue: UInt16(start >> 16))
        let length = flags.headerLength
        guard layer.captured >= length else { return packet.fault = layer.fault(within: .tunnel, of: length) }
        let type = EtherType(rawValue: UInt16(truncatingIfNeeded: start))
        switch start >> 16 & 7 {
        case 0: decodePlain(bytes, layer, flags, type, into: &packet)
        case 1 where type == .ppp && flags.contains(.key): decodePPTP(bytes, layer, length, into: &packet)
        default: break
        }
    }

    private static func decodePlain(
        _ bytes: RawSpan, _ layer: Layer, _ flags: Flags, _ type: EtherType, into packet: inout Packet
    ) {
        // Source routes were withdrawn with RFC 2784; nothing sends them.
        guard !flags.contains(.routing) else { return }
        let rest = layer.dropping(flags.headerLength)
        if ERSPAN.isAnnounced(by: type) {
            return ERSPAN.decode(bytes, rest, type, isNumbered: flags.contains(.sequence), into: &packet)
        }
        let tunnel = Tunnel(.gre, identifier: key(bytes, layer, flags), within: packet.tunnel)
        packet.open(bytes, rest, as: type == .bridgedEthernet ? .frame : .etherType(type), tunnel)
    }

    private static func key(_ bytes: RawSpan, _ layer: Layer, _ flags: Flags) -> UInt32 {
        guard flags.contains(.key) else { return 0 }
        return bytes.extracting(layer.range).uint32(at: flags.contains(.checksum) ? 8 : 4)
    }

    /// In place of a key there are the length of what is carried and the number of the call.
    private static func decodePPTP(_ bytes: RawSpan, _ layer: Layer, _ length: Int, into packet: inout Packet) {
        let word = bytes.extracting(layer.range).uint32(at: 4)
        let carried = Int(word >> 16)
        // Acknowledgements travel alone.
        guard carried > 0 else { return }
        packet.open(
            bytes, layer.dropping(length).first(carried), as: .ppp,
            Tunnel(.pptp, identifier: word & 0xffff, within: packet.tunnel))
    }
}

extension GRE {
    /// The bits that announce optional fields.
    struct Flags: OptionSet {
        let rawValue: UInt16

        static let checksum = Flags(rawValue: 0x8000)
        static let routing = Flags(rawValue: 0x4000)
        static let key = Flags(rawValue: 0x2000)
        static let sequence = Flags(rawValue: 0x1000)
        /// Only in version 1.
        static let acknowledgement = Flags(rawValue: 0x0080)

        var headerLength: Int {
            var length = GRE.shortestHeader
            if !isDisjoint(with: [.checksum, .routing]) { length += 4 }
            if contains(.key) { length += 4 }
            if contains(.sequence) { length += 4 }
            if contains(.acknowledgement) { length += 4 }
            return length
        }
    }
}
