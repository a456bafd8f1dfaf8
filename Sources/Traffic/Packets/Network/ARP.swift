/// The Address Resolution Protocol, RFC 826, between hardware addresses of six bytes and IPv4 addresses of four.
enum ARP {
    static let messageLength = 28
    /// Ethernet and IPv4, and the lengths of their addresses.
    private static let kind: UInt64 = 0x0001_0800_0604

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= 8 else { return packet.fault = layer.fault(within: .arp, of: messageLength) }
        let header = bytes.extracting(layer.range)
        let start = header.uint64(at: 0)
        guard start >> 16 == kind else { return }
        guard layer.captured >= messageLength else {
            return packet.fault = layer.fault(within: .arp, of: messageLength)
        }
        packet.arp = ARPMessage(
            operation: UInt16(truncatingIfNeeded: start),
            sender: ARPMessage.Party(header.uint64(at: 8) >> 16, header.uint32(at: 14)),
            target: ARPMessage.Party(header.uint64(at: 18) >> 16, header.uint32(at: 24)))
    }
}

/// What a system says or asks of the hardware address behind an IPv4 address, RFC 826.
public struct ARPMessage: Hashable, Sendable {
    /// Two addresses that belong together, or are asked for.
    public struct Party: Hashable, Sendable {
        private var address: UInt32
        private var hardwareHigh: UInt16
        private var hardwareLow: UInt32

        init(_ hardware: UInt64, _ address: UInt32) {
            hardwareHigh = UInt16(truncatingIfNeeded: hardware >> 32)
            hardwareLow = UInt32(truncatingIfNeeded: hardware)
            self.address = address
        }

        /// The hardware address; zero where it is asked for.
        public var hardware: HardwareAddress {
            HardwareAddress(rawValue: UInt64(hardwareHigh) << 32 | UInt64(hardwareLow))
        }

        /// The IPv4 address.
        public var network: IPAddress { IPAddress(address) }
    }

    /// What is meant: 1 asks, 2 answers.
    public var operation: UInt16
    /// Who sends the message.
    public var sender: Party
    /// Whom it asks for or answers.
    public var target: Party

    /// Whether the message asks for the target's hardware address.
    public var isRequest: Bool { operation == 1 }
    /// Whether the message answers a request, or pretends to.
    public var isReply: Bool { operation == 2 }
}
