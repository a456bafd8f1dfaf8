import Traffic

/// The header of a pcap file: how its records are to be read.
struct PcapHeader: Equatable {
    static let length = 24

    let order: ByteOrder
    let nanosecondsPerTick: Int64
    let recordHeaderLength: Int
    let lengthOrder: LengthOrder
    let linkType: LinkType
    let snapLength: Int

    /// Which of a record's two lengths comes first.
    enum LengthOrder {
        /// The captured one: version 2.4, and so every file of this century.
        case capturedFirst
        /// The original one: versions before 2.3, and the 543.0 of a kindred tcpdump.
        case originalFirst
        /// Version 2.3, which has been written both ways; a frame is not captured longer than it was.
        case smallerIsCaptured
    }

    /// Reads the header, if the file begins with one of a pcap file.
    static func read(_ bytes: RawSpan) -> FormatOpening<PcapHeader>? {
        guard bytes.byteCount >= 4, let magic = PcapMagic(bytes.word(at: 0)) else { return nil }
        guard bytes.byteCount >= length else { return .incomplete(expected: length) }
        let major: UInt16 = bytes.integer(at: 4, magic.order)
        let minor: UInt16 = bytes.integer(at: 6, magic.order)
        guard let lengthOrder = LengthOrder(major: major, minor: minor) else { return .version("\(major).\(minor)") }
        return .parser(PcapHeader(bytes, magic, lengthOrder), length: length)
    }

    private init(_ bytes: RawSpan, _ magic: PcapMagic, _ lengthOrder: LengthOrder) {
        order = magic.order
        nanosecondsPerTick = magic.nanosecondsPerTick
        recordHeaderLength = magic.recordHeaderLength
        self.lengthOrder = lengthOrder
        snapLength = bytes.length(at: 16, order)
        // The upper half tells the length of a frame check sequence, which decoders take for padding.
        linkType = LinkType(rawValue: bytes.integer(at: 20, order) & 0xffff)
    }

    /// The time at `offset`. A fraction of a second or more is carried over, as libpcap and Wireshark do.
    @inline(__always)
    func time(in bytes: RawSpan, at offset: Int) -> Timestamp {
        let seconds = Int64(bytes.integer(at: offset, order, as: UInt32.self))
        let fraction = Int64(bytes.integer(at: offset + 4, order, as: UInt32.self))
        return Timestamp(nanoseconds: seconds * 1_000_000_000 + fraction * nanosecondsPerTick)
    }

    /// The captured and the original length at `offset`.
    @inline(__always)
    func lengths(in bytes: RawSpan, at offset: Int) -> (captured: Int, original: Int) {
        let first = bytes.length(at: offset, order)
        let second = bytes.length(at: offset + 4, order)
        switch lengthOrder {
        case .capturedFirst: return (first, second)
        case .originalFirst: return (second, first)
        case .smallerIsCaptured: return (min(first, second), max(first, second))
        }
    }
}

extension PcapHeader.LengthOrder {
    fileprivate init?(major: UInt16, minor: UInt16) {
        switch (major, minor) {
        case (2, 4): self = .capturedFirst
        case (2, 3): self = .smallerIsCaptured
        case (2, 0...2), (543, 0): self = .originalFirst
        default: return nil
        }
    }
}

/// What the first four bytes of a pcap file say.
private struct PcapMagic {
    let order: ByteOrder
    var nanosecondsPerTick: Int64 = 1000
    var recordHeaderLength = 16

    init?(_ word: UInt32) {
        if let order = ByteOrder(of: word, expecting: 0xa1b2_c3d4) {
            self.order = order
        } else if let order = ByteOrder(of: word, expecting: 0xa1b2_3c4d) {
            self.order = order
            nanosecondsPerTick = 1
        } else if let order = ByteOrder(of: word, expecting: 0xa1b2_cd34) {
            // Kuznetsov's patch for Linux adds interface, protocol and packet type to every record.
            self.order = order
            recordHeaderLength = 24
        } else {
            return nil
        }
    }
}
