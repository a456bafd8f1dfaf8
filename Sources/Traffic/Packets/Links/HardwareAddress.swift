/// The address of a network interface on its link: 48 bits, IEEE 802.
///
///     HardwareAddress("02:00:5e:10:00:01")?.isLocal      // true: no manufacturer gave it
public struct HardwareAddress: Hashable, Sendable {
    /// The six bytes as one number, the first byte the most significant; the upper 16 bits are zero.
    public let rawValue: UInt64

    /// The address of a number's lower 48 bits.
    @inline(__always)
    public init(rawValue: UInt64) {
        self.rawValue = rawValue & 0xffff_ffff_ffff
    }

    /// The address of every interface on the link.
    public static let broadcast = HardwareAddress(rawValue: 0xffff_ffff_ffff)

    /// Whether the address stands for a group of interfaces, or for all.
    public var isMulticast: Bool { rawValue >> 40 & 1 == 1 }

    /// Whether a system chose the address itself, as virtual machines and telephones in search of a network do.
    public var isLocal: Bool { rawValue >> 40 & 2 == 2 }
}

extension HardwareAddress: Comparable {
    /// In numerical order.
    public static func < (left: HardwareAddress, right: HardwareAddress) -> Bool { left.rawValue < right.rawValue }
}

extension HardwareAddress: LosslessStringConvertible {
    /// Six pairs of hexadecimal digits with colons between them.
    public var description: String { pairs(6) }

    /// The address written as six pairs of hexadecimal digits with colons or hyphens between them; nil for other text.
    public init?(_ text: String) {
        let pairs = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "-" }
        let bytes = pairs.compactMap { pair in
            pair.utf8.count == 2 && pair.allSatisfy(\.isHexDigit) ? UInt64(pair, radix: 16) : nil
        }
        guard pairs.count == 6, bytes.count == 6 else { return nil }
        self.init(rawValue: bytes.reduce(0) { $0 << 8 | $1 })
    }
}

extension HardwareAddress {
    /// The first three pairs of digits, which tell the manufacturer, unless a system chose the address itself.
    public var manufacturer: String { pairs(3) }

    private func pairs(_ count: Int) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(3 * count)
        for pair in 0..<count {
            if pair > 0 { text.append(UInt8(ascii: ":")) }
            let byte = rawValue >> UInt64(40 - 8 * pair)
            text.append(Hexadecimal.digit(byte >> 4))
            text.append(Hexadecimal.digit(byte))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
