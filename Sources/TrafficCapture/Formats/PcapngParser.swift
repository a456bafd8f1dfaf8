import Traffic

/// The blocks of a pcapng file (draft-ietf-opsawg-pcapng), from its first byte on.
///
/// Interface numbers begin anew in every section; frames are handed over with numbers that go on through the file.
struct PcapngParser: FrameParser {
    private(set) var interfaces: [CaptureInterface] = []
    private(set) var framesWithoutTime = 0
    private var clocks: [InterfaceClock] = []
    private var frameLimits: [Int] = []
    /// The longest block that is taken apart: 16 MiB as in libpcap, more only for a link with longer frames.
    private var blockLimit = 1 << 24
    private var order = ByteOrder.little
    /// How many interfaces earlier sections declared.
    private var sectionBase = 0

    /// More than any machine has, and few enough that a small file that expands to nothing else costs little.
    private static let interfaceLimit = 65_536
    /// The room for options that a block with the longest of frames has.
    private static let optionsLimit = 1 << 17

    /// Reads the beginning of the first section, if the file begins with one; `next(in:at:)` reads it again.
    static func open(_ bytes: RawSpan) -> FormatOpening<PcapngParser>? {
        guard bytes.byteCount >= 4, bytes.word(at: 0) == PcapngBlock.section else { return nil }
        guard bytes.byteCount >= PcapngSection.minimumLength else {
            return .incomplete(expected: PcapngSection.minimumLength)
        }
        switch PcapngSection.read(bytes, at: 0) {
        case .success: return .parser(PcapngParser(), length: 0)
        case .failure(.sectionVersion(let major, let minor)): return .version("\(major).\(minor)")
        case .failure(let fault): return .fault(fault)
        }
    }

    mutating func next(in bytes: RawSpan, at start: Int) -> ParserStep {
        let available = bytes.byteCount - start
        guard available >= PcapngBlock.minimumLength else {
            return .incomplete(.blockHeader, expected: PcapngBlock.minimumLength)
        }
        let isSection = bytes.word(at: start) == PcapngBlock.section
        if isSection, let fault = beginSection(bytes, at: start) { return fault }
        let block = PcapngBlock(bytes, at: start, order)
        guard block.length >= block.minimumLength, block.length.isMultiple(of: 4) else {
            return .fault(.badBlockLength(block.length, minimum: block.minimumLength))
        }
        guard block.length <= blockLimit else {
            return block.isKnown ? .fault(.recordTooLong(block.length, limit: blockLimit)) : .skip(block.length)
        }
        guard available >= block.length else { return .incomplete(.block, expected: block.length) }
        let last = bytes.length(at: start + block.length - 4, order)
        guard last == block.length else { return .fault(.blockLengthsDiffer(first: block.length, last: last)) }
        return step(block, bytes)
    }

    @inline(__always)
    private mutating func step(_ block: PcapngBlock, _ bytes: RawSpan) -> ParserStep {
        switch block.type {
        case PcapngBlock.enhancedPacket:
            packet(block, bytes, interface: bytes.length(at: block.start + 8, order))
        case PcapngBlock.packet:
            packet(block, bytes, interface: Int(bytes.integer(at: block.start + 8, order, as: UInt16.self)))
        case PcapngBlock.simplePacket: simplePacket(block, bytes)
        case PcapngBlock.interface: interface(block, bytes)
        default: .skip(block.length)
        }
    }
}

extension PcapngParser {
    /// Takes up the order of a section and forgets the interfaces of the one before; nil when all went well.
    private mutating func beginSection(_ bytes: RawSpan, at start: Int) -> ParserStep? {
        guard bytes.byteCount - start >= PcapngSection.minimumLength else {
            return .incomplete(.block, expected: PcapngSection.minimumLength)
        }
        switch PcapngSection.read(bytes, at: start) {
        case .success(let section): order = section.order
        case .failure(let fault): return .fault(fault)
        }
        sectionBase = interfaces.count
        return nil
    }

    private mutating func interface(_ block: PcapngBlock, _ bytes: RawSpan) -> ParserStep {
        guard interfaces.count < Self.interfaceLimit else {
            return .fault(.tooManyInterfaces(limit: Self.interfaceLimit))
        }
        var options = InterfaceOptions()
        if let fault = options.read(bytes, in: (block.start + 16)..<(block.end - 4), order) { return .fault(fault) }
        let link = LinkType(rawValue: Int32(bytes.integer(at: block.start + 8, order, as: UInt16.self)))
        let snapLength = bytes.length(at: block.start + 12, order)
        interfaces.append(
            CaptureInterface(
                name: options.name, linkType: link, snapLength: snapLength == 0 ? nil : snapLength,
                resolution: options.resolution))
        clocks.append(InterfaceClock(options.resolution, offset: options.offset))
        let frameLimit = FrameLimit.of(link)
        frameLimits.append(frameLimit)
        blockLimit = max(blockLimit, frameLimit + Self.optionsLimit)
        return .skip(block.length)
    }

    /// An enhanced packet block, or an obsolete packet block: they differ in how they name the interface.
    @inline(__always)
    private func packet(_ block: PcapngBlock, _ bytes: RawSpan, interface: Int) -> ParserStep {
        let declared = interfaces.count - sectionBase
        guard interface < declared else { return .fault(.unknownInterface(interface, declared: declared)) }
        let number = sectionBase + interface
        let high: UInt32 = bytes.integer(at: block.start + 12, order)
        let low: UInt32 = bytes.integer(at: block.start + 16, order)
        let header = FrameHeader(
            time: clocks[number].time(ticks: UInt64(high) << 32 | UInt64(low)),
            originalLength: bytes.length(at: block.start + 24, order), linkType: interfaces[number].linkType,
            interface: number)
        return frame(block, header, captured: bytes.length(at: block.start + 20, order), at: 28)
    }

    /// A simple packet block: of the section's first interface, without a time, cut by the interface's snap length.
    private mutating func simplePacket(_ block: PcapngBlock, _ bytes: RawSpan) -> ParserStep {
        guard sectionBase < interfaces.count else { return .fault(.unknownInterface(0, declared: 0)) }
        let interface = interfaces[sectionBase]
        let original = bytes.length(at: block.start + 8, order)
        let header = FrameHeader(
            time: Timestamp(nanoseconds: 0), originalLength: original, linkType: interface.linkType,
            interface: sectionBase, hasTime: false)
        let step = frame(block, header, captured: min(original, interface.snapLength ?? original), at: 12)
        if case .frame = step { framesWithoutTime += 1 }
        return step
    }

    @inline(__always)
    private func frame(_ block: PcapngBlock, _ header: FrameHeader, captured: Int, at offset: Int) -> ParserStep {
        let limit = frameLimits[header.interface]
        let room = block.length - offset - 4
        guard captured <= limit else { return .fault(.frameTooLong(captured: captured, limit: limit)) }
        guard captured <= room else { return .fault(.frameBeyondRecord(captured: captured, room: room)) }
        return .frame(
            FrameRecord(header: header, frameOffset: offset, capturedLength: captured, length: block.length))
    }
}
