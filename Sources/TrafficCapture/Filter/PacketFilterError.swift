/// Why an expression is no filter.
public struct PacketFilterError: Error, Hashable, Sendable {
    /// The expression, as it was written.
    public let expression: String
    /// What is wrong with it, in libpcap's words.
    public let reason: String
    /// How many characters stand before the fault; nil where the place is not known.
    public let position: Int?
}

extension PacketFilterError {
    /// An expression libpcap refused with a message.
    ///
    /// libpcap tells no place. It is found in the message where that quotes a word of the expression, and for errors of
    /// syntax by compiling the beginnings of the expression.
    init(
        _ expression: String, refused message: FilterMessage, compile: (String) throws(FilterMessage) -> Void
    ) {
        self.expression = expression
        reason = message.text
        position = FilterFault.position(in: expression, message: message, compile: compile)
    }
}

extension PacketFilterError: CustomStringConvertible {
    /// The reason, the expression with a caret under the fault, and what to do about it.
    public var description: String {
        guard let position else { return "filter '\(expression)': \(reason): \(remedy)" }
        let caret = String(repeating: " ", count: position) + "^"
        let line = String(expression.map { $0.isWhitespace ? " " : $0 })
        return "filter: \(reason)\n    \(line)\n    \(caret)\n\(remedy)"
    }

    private var remedy: String {
        Self.remedies.first { reason.contains($0.fault) }?.remedy ?? "see pcap-filter(7) for what can be written"
    }

    private static let remedies: [(fault: String, remedy: String)] = [
        ("netmask not known", "name the broadcast address instead, as in 'dst host 192.0.2.255'"),
        ("unknown host", "check the name, or write the address"),
        ("unknown network", "write the network as 192.0.2.0/24"),
        ("unknown port", "write the port's number"),
        ("unknown protocol", "write the protocol's number"),
        ("unknown ip proto", "write the protocol's number"),
        ("unknown ether proto", "write the EtherType, as in 'ether proto 0x0800'"),
        ("rejects all packets", "no packet can meet all its conditions: join them with 'or', or take one out"),
    ]
}
