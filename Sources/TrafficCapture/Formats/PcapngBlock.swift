/// The frame around every block of a pcapng file: its type, and its length twice.
struct PcapngBlock {
    static let section: UInt32 = 0x0a0d_0d0a
    static let interface: UInt32 = 1
    static let packet: UInt32 = 2
    static let simplePacket: UInt32 = 3
    static let enhancedPacket: UInt32 = 6
    /// The length of a block without content.
    static let minimumLength = 12

    let type: UInt32
    let start: Int
    let length: Int

    var end: Int { start + length }

    init(_ bytes: RawSpan, at start: Int, _ order: ByteOrder) {
        type = bytes.integer(at: start, order)
        length = bytes.length(at: start + 4, order)
        self.start = start
    }

    /// Whether the block has a meaning here; all others are passed over.
    var isKnown: Bool { minimumLength > Self.minimumLength }

    /// How long a block of this type is at least.
    var minimumLength: Int {
        switch type {
        case Self.enhancedPacket, Self.packet: 32
        case Self.section: PcapngSection.minimumLength
        case Self.interface: 20
        case Self.simplePacket: 16
        default: Self.minimumLength
        }
    }
}

/// The header of a section.
struct PcapngSection {
    static let minimumLength = 28
    private static let byteOrderMagic: UInt32 = 0x1a2b_3c4d

    let order: ByteOrder

    /// Reads the fixed part of a section header block, which is there.
    static func read(_ bytes: RawSpan, at start: Int) -> Result<PcapngSection, CaptureFault> {
        let magic = bytes.word(at: start + 8)
        guard let order = ByteOrder(of: magic, expecting: byteOrderMagic) else {
            return .failure(.noByteOrder(found: UInt32(bigEndian: magic)))
        }
        let major: UInt16 = bytes.integer(at: start + 12, order)
        let minor: UInt16 = bytes.integer(at: start + 14, order)
        guard major == 1 else { return .failure(.sectionVersion(major: Int(major), minor: Int(minor))) }
        return .success(PcapngSection(order: order))
    }
}
