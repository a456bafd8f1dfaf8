/// The Internet Group Management Protocol, RFC 9776: eight bytes in all versions.
enum IGMP {
    static let headerLength = 8

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .igmp, of: headerLength) }
        let message = bytes.extracting(layer.range)
        packet.transport = .igmp(IGMPHeader(type: message.uint8(at: 0), word: message.uint32(at: 4)))
    }
}

/// What IGMP says of a group membership, RFC 9776.
public struct IGMPHeader: Hashable, Sendable {
    /// The kind of message: 0x11 a query, 0x12, 0x16 and 0x22 reports of versions 1, 2 and 3, 0x17 the leaving of a
    /// group.
    public var type: UInt8
    private var word: UInt32

    init(type: UInt8, word: UInt32) {
        self.type = type
        self.word = word
    }

    private static let reportOfVersion3: UInt8 = 0x22

    /// The group spoken of, zero for all; nil in a report of version 3, which has a list instead.
    public var group: IPAddress? { type == Self.reportOfVersion3 ? nil : IPAddress(word) }
}
