/// The Internet Control Message Protocol of both versions, RFC 792 and RFC 4443: type, code and checksum come first.
enum ICMP {
    static let headerLength = 8
    private static let commonLength = 4

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= commonLength else {
            return packet.fault = layer.fault(within: .icmp, of: headerLength)
        }
        let message = bytes.extracting(layer.range)
        var header = ICMPHeader(type: message.uint8(at: 0), code: message.uint8(at: 1))
        if isEcho(header.type, packet.network?.carriedProtocol == .icmpv6) {
            if layer.captured >= headerLength {
                header.echo = ICMPHeader.Echo(
                    identifier: message.uint16(at: 4), sequenceNumber: message.uint16(at: 6))
            } else {
                packet.fault = layer.fault(within: .icmp, of: headerLength)
            }
        }
        packet.transport = .icmp(header)
    }

    private static func isEcho(_ type: UInt8, _ isVersion6: Bool) -> Bool {
        isVersion6 ? type == 128 || type == 129 : type == 0 || type == 8
    }
}

/// What ICMP says of a control message, RFC 792 and RFC 4443.
public struct ICMPHeader: Hashable, Sendable {
    /// The kind of message.
    public var type: UInt8
    /// What precisely, within the kind.
    public var code: UInt8
    /// Which echo is asked for or given; nil for other kinds.
    public var echo: Echo?

    /// A message of a type and code.
    public init(type: UInt8, code: UInt8) {
        self.type = type
        self.code = code
    }

    /// The numbers by which an echo reply answers a request.
    public struct Echo: Hashable, Sendable {
        /// The number of the asking program.
        public var identifier: UInt16
        /// The number of the request among the program's.
        public var sequenceNumber: UInt16

        /// An echo of two numbers.
        public init(identifier: UInt16, sequenceNumber: UInt16) {
            self.identifier = identifier
            self.sequenceNumber = sequenceNumber
        }
    }
}
