/// The control bits of a TCP segment, RFC 9293 section 3.1.
public struct TCPFlags: OptionSet, Hashable, Sendable {
    /// The bits as they stand on the wire.
    public let rawValue: UInt8

    /// Flags from the bits on the wire.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// No more data from the sender.
    public static let fin = TCPFlags(rawValue: 0x01)
    /// Synchronise sequence numbers: opens a connection.
    public static let syn = TCPFlags(rawValue: 0x02)
    /// Reset the connection.
    public static let rst = TCPFlags(rawValue: 0x04)
    /// Push: hand the data over at once.
    public static let psh = TCPFlags(rawValue: 0x08)
    /// The acknowledgement number counts.
    public static let ack = TCPFlags(rawValue: 0x10)
    /// The urgent pointer counts.
    public static let urg = TCPFlags(rawValue: 0x20)
    /// Explicit congestion notification echo, RFC 3168.
    public static let ece = TCPFlags(rawValue: 0x40)
    /// Congestion window reduced, RFC 3168.
    public static let cwr = TCPFlags(rawValue: 0x80)

    /// The control bits with their names, lowest bit first.
    static let named: [(flag: TCPFlags, name: String)] = [
        (.fin, "FIN"), (.syn, "SYN"), (.rst, "RST"), (.psh, "PSH"),
        (.ack, "ACK"), (.urg, "URG"), (.ece, "ECE"), (.cwr, "CWR"),
    ]
}

extension TCPFlags: CustomStringConvertible {
    /// The names of the set bits, lowest first: `SYN+ACK`, or `none`.
    public var description: String {
        let set = Self.named.filter { contains($0.flag) }.map(\.name)
        return set.isEmpty ? "none" : set.joined(separator: "+")
    }
}
