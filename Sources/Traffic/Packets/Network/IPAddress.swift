/// An address of the Internet Protocol, version 4 or 6.
///
///     IPAddress("192.0.2.1")                     // an optional: nil for text that is no address
///     IPAddress(192, 0, 2, 1).description        // "192.0.2.1"
///     IPAddress("2001:DB8:0:0::1")?.description  // "2001:db8::1"
///
/// A version 4 address and its mapped form `::ffff:192.0.2.1` are different addresses here, as they are on the wire.
/// Addresses are ordered by version, then numerically.
public struct IPAddress: Hashable, Sendable {
    /// The version of the protocol.
    public enum Version: UInt8, Hashable, Sendable {
        /// Version 4: 32 bits.
        case four = 4
        /// Version 6: 128 bits.
        case six = 6
    }

    /// The first eight bytes of a version 6 address as a number; zero in version 4.
    public let high: UInt64
    /// The last eight bytes of a version 6 address as a number; the four bytes in version 4.
    public let low: UInt64
    /// Which version the address belongs to.
    public let version: Version

    /// The version 6 address of 16 bytes given as two numbers, the first byte the most significant.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
        version = .six
    }

    /// The version 4 address of four bytes given as one number, the first byte the most significant.
    public init(_ number: UInt32) {
        high = 0
        low = UInt64(number)
        version = .four
    }

    /// The version 4 address usually written with these four numbers.
    public init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        let bytes = [first, second, third, fourth]
        self.init(bytes.reduce(0) { $0 << 8 | UInt32($1) })
    }
}

extension IPAddress: Comparable {
    /// Version 4 before version 6, then in numerical order.
    public static func < (left: IPAddress, right: IPAddress) -> Bool {
        (left.version.rawValue, left.high, left.low) < (right.version.rawValue, right.high, right.low)
    }
}
