extension IPAddress {
    /// Whether Zeek holds the address for local when it knows nothing of the site: the blocks that the registries of
    /// IANA (RFC 6890) call not globally reachable.
    var isLocal: Bool {
        switch version {
        case .four: Self.localBlocksFour.contains { $0.contains(UInt32(truncatingIfNeeded: low)) }
        case .six: isLocalSix
        }
    }

    /// The same blocks reached by way of 6to4 (RFC 3056) hold their version 4 address after 2002::/16.
    private var isLocalSix: Bool {
        if high >> 48 == 0x2002 {
            return IPAddress(UInt32(truncatingIfNeeded: high >> 16)).isLocal
        }
        return Self.localBlocksSix.contains { high >> UInt64(64 - $0.length) == $0.prefix } || (high == 0 && low <= 1)
    }

    private static let localBlocksFour: [AddressBlock] = [
        AddressBlock(0, 0, 0, 0, length: 8), AddressBlock(10, 0, 0, 0, length: 8),
        AddressBlock(100, 64, 0, 0, length: 10), AddressBlock(127, 0, 0, 0, length: 8),
        AddressBlock(169, 254, 0, 0, length: 16), AddressBlock(172, 16, 0, 0, length: 12),
        AddressBlock(192, 0, 0, 0, length: 24), AddressBlock(192, 0, 2, 0, length: 24),
        AddressBlock(192, 168, 0, 0, length: 16), AddressBlock(198, 18, 0, 0, length: 15),
        AddressBlock(198, 51, 100, 0, length: 24), AddressBlock(203, 0, 113, 0, length: 24),
        AddressBlock(224, 0, 0, 0, length: 24), AddressBlock(240, 0, 0, 0, length: 4),
    ]

    /// 64:ff9b:1::/48, 100::/64, 2001::/23, 2001:db8::/32, fc00::/7 and fe80::/10.
    private static let localBlocksSix: [(prefix: UInt64, length: Int)] = [
        (0x0064_ff9b_0001, 48), (0x0100_0000_0000_0000, 64), (0x2001_0000 >> 9, 23), (0x2001_0db8, 32),
        (0xfc >> 1, 7), (0xfe80 >> 6, 10),
    ]
}

/// The version 4 addresses that begin with the same bits.
private struct AddressBlock: Sendable {
    private let prefix: UInt32
    private let shift: UInt32

    init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8, length: UInt32) {
        shift = 32 - length
        prefix = UInt32(truncatingIfNeeded: IPAddress(first, second, third, fourth).low) >> shift
    }

    func contains(_ address: UInt32) -> Bool { address >> shift == prefix }
}
