extension IPAddress {
    /// Whether Zeek holds the address for local when it knows nothing of the site: the blocks that the registries of
    /// IANA (RFC 6890) call not globally reachable.
    ///
    /// The same blocks reached by way of 6to4 (RFC 3056) hold their version 4 address after 2002::/16.
    var isLocal: Bool {
        if version == .six, high >> 48 == 0x2002 { return IPAddress(UInt32(truncatingIfNeeded: high >> 16)).isLocal }
        let blocks = version == .four ? Self.localBlocksFour : Self.localBlocksSix
        return blocks.contains { $0.contains(self) }
    }

    private static let localBlocksFour: [AddressBlock] = [
        AddressBlock(four: 0, length: 8), AddressBlock(four: 10, length: 8), AddressBlock(four: 100, 64, length: 10),
        AddressBlock(four: 127, length: 8), AddressBlock(four: 169, 254, length: 16),
        AddressBlock(four: 172, 16, length: 12), AddressBlock(four: 192, 0, 0, length: 24),
        AddressBlock(four: 192, 0, 2, length: 24), AddressBlock(four: 192, 168, length: 16),
        AddressBlock(four: 198, 18, length: 15), AddressBlock(four: 198, 51, 100, length: 24),
        AddressBlock(four: 203, 0, 113, length: 24), AddressBlock(four: 224, 0, 0, length: 24),
        AddressBlock(four: 240, length: 4),
    ]

    private static let localBlocksSix: [AddressBlock] = [
        AddressBlock(six: 0, length: 127), AddressBlock(six: 0x64, 0xff9b, 1, length: 48),
        AddressBlock(six: 0x100, length: 64), AddressBlock(six: 0x2001, length: 23),
        AddressBlock(six: 0x2001, 0xdb8, length: 32), AddressBlock(six: 0xfc00, length: 7),
        AddressBlock(six: 0xfe80, length: 10),
    ]

    /// The bits of the address, the first the most significant of 128.
    fileprivate var leadingBits: UInt128 {
        version == .four ? UInt128(low) << 96 : UInt128(high) << 64 | UInt128(low)
    }
}

/// The addresses of one version that begin with the same bits.
private struct AddressBlock: Sendable {
    private let prefix: UInt128
    private let length: Int

    /// The block of version 4 whose first bytes are these; the others are zero.
    init(four bytes: UInt8..., length: Int) {
        prefix = bytes.enumerated().reduce(0) { $0 | UInt128($1.element) << (120 - 8 * $1.offset) }
        self.length = length
    }

    /// The block of version 6 whose first groups are these; the others are zero.
    init(six groups: UInt16..., length: Int) {
        prefix = groups.enumerated().reduce(0) { $0 | UInt128($1.element) << (112 - 16 * $1.offset) }
        self.length = length
    }

    func contains(_ address: IPAddress) -> Bool { (address.leadingBits ^ prefix) >> (128 - length) == 0 }
}
