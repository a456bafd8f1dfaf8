/// One of the numbers that describe a window of traffic: the entropy of its ports, its volume, or what you name.
///
///     [.destinationPortEntropy: 6.1, .packets: 1204, "dns.failures": 3]
public struct TrafficDimension: RawRepresentable, Hashable, Sendable {
    /// The name.
    public let rawValue: String

    /// A dimension of any name.
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension TrafficDimension {
    /// The entropy of the senders' addresses.
    public static var sourceAddressEntropy: Self { "src-ip entropy" }
    /// The entropy of the receivers' addresses.
    public static var destinationAddressEntropy: Self { "dst-ip entropy" }
    /// The entropy of the senders' ports.
    public static var sourcePortEntropy: Self { "src-port entropy" }
    /// The entropy of the receivers' ports.
    public static var destinationPortEntropy: Self { "dst-port entropy" }
    /// The number of packets.
    public static var packets: Self { "packets" }
    /// The number of bytes.
    public static var bytes: Self { "bytes" }
    /// The number of bytes from inside to outside.
    public static var outboundBytes: Self { "outbound bytes" }
    /// The number of flows that began.
    public static var flows: Self { "flows" }
    /// The mean length of a packet.
    public static var packetLength: Self { "packet length" }
}

extension TrafficDimension: ExpressibleByStringLiteral {
    /// A dimension of this name.
    public init(stringLiteral name: String) { self.init(rawValue: name) }
}

extension TrafficDimension: Comparable {
    /// In order of name.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension TrafficDimension: CustomStringConvertible {
    /// The name.
    public var description: String { rawValue }
}
