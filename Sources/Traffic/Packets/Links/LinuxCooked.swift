/// Linux "cooked" capture, version 1: what a capture on all interfaces has in place of a link header.
///
/// Of its 16 bytes the first eight tell the direction, the interface's kind and the length of the sender's address,
/// the next eight hold that address, and the last two the EtherType.
enum LinuxCooked {
    static let headerLength = 16

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .link, of: headerLength) }
        let header = bytes.extracting(layer.range)
        packet.link.source = address(header.uint64(at: 6), length: Int(header.uint16(at: 4)))
        decode(
            bytes, layer.dropping(headerLength), header.uint16(at: 14), device: header.uint16(at: 2), into: &packet)
    }

    static func address(_ bytes: UInt64, length: Int) -> HardwareAddress? {
        length == 6 ? HardwareAddress(rawValue: bytes >> 16) : nil
    }

    /// Numbers too small for an EtherType stand for the kernel's own; netlink messages have a numbering of their own.
    static func decode(
        _ bytes: RawSpan, _ layer: Layer, _ number: UInt16, device: UInt16, into packet: inout Packet
    ) {
        let (netlink, logicalLinkControl): (UInt16, UInt16) = (824, 4)
        guard device != netlink else { return }
        let type = EtherType(rawValue: number)
        if type.isType {
            packet.decode(bytes, layer, as: type)
        } else if number == logicalLinkControl {
            LLC.decode(bytes, layer, into: &packet)
        }
    }
}

/// Linux "cooked" capture, version 2: 20 bytes, of which the first two hold the EtherType and the last eight the
/// sender's address.
enum LinuxCooked2 {
    static let headerLength = 20

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .link, of: headerLength) }
        let header = bytes.extracting(layer.range)
        packet.link.source = LinuxCooked.address(header.uint64(at: 12), length: Int(header.uint8(at: 11)))
        LinuxCooked.decode(
            bytes, layer.dropping(headerLength), header.uint16(at: 0), device: header.uint16(at: 8), into: &packet)
    }
}
