/// The Datagram Congestion Control Protocol, RFC 4340: ports, the header's length, and the kind of packet.
enum DCCP {
    static let shortestHeader = 12

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= shortestHeader else {
            return packet.stop(bytes, layer, within: .dccp, of: shortestHeader)
        }
        let content = bytes.extracting(layer.range)
        packet.ports = Ports(content.uint32(at: 0))
        let length = Int(content.uint8(at: 4)) * 4
        guard length >= shortestHeader, length <= layer.length else {
            return packet.fault = layer.fault(within: .dccp, of: max(length, shortestHeader))
        }
        packet.transport = .dccp(DCCPHeader(type: content.uint8(at: 8) >> 1 & 0x0f, length: UInt16(length)))
    }
}

/// What DCCP says of a packet, RFC 4340.
public struct DCCPHeader: Hashable, Sendable {
    /// The kind of packet, 0...15: 0 a request, 1 a response, 2 data, 3 an acknowledgement, 7 a reset …
    public let type: UInt8
    private let storedLength: UInt16

    /// The header's length in bytes, options included.
    public var length: Int { Int(storedLength) }

    init(type: UInt8, length: UInt16) {
        self.type = type
        storedLength = length
    }
}
