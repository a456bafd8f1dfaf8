/// BSD loopback: four bytes that hold an address family.
///
/// The family stands in the byte order of the machine that captured, which the packet does not tell; families are
/// small numbers, so whichever order gives a small one is right. Systems number IPv6 differently.
enum BSDLoopback {
    static let headerLength = 4

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .link, of: headerLength) }
        let word = bytes.extracting(layer.range).uint32(at: 0)
        switch min(word, word.byteSwapped) {
        case 2: packet.decode(bytes, layer.dropping(headerLength), as: EtherType.ipv4)
        case 10, 24, 28, 30: packet.decode(bytes, layer.dropping(headerLength), as: EtherType.ipv6)
        default: break
        }
    }
}
