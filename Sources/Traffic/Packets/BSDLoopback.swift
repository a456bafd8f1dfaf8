/// BSD loopback: four bytes that hold an address family.
///
/// The family stands in the byte order of the machine that captured, which the packet does not tell; families are
/// small numbers, so whichever order gives a small one is right. Systems number IPv6 differently.
enum BSDLoopback {
    static let headerLength = 4

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        guard let word = bytes.integer(at: 0, as: UInt32.self) else {
            packet.fault = .shortLinkHeader
            return
        }
        switch min(word, word.byteSwapped) {
        case 2: packet.decode(bytes.extracting(droppingFirst: headerLength), as: .ipv4)
        case 10, 24, 28, 30: packet.decode(bytes.extracting(droppingFirst: headerLength), as: .ipv6)
        default: break
        }
    }
}
