/// Tells from its first bytes what a file is.
struct Recognition {
    private let file: CaptureFile

    init(_ file: CaptureFile) { self.file = file }

    /// How the file is compressed; nil where it is not.
    func compression(of stored: InputBuffer) throws(CaptureError) -> Compression? {
        _ = stored.fill(Self.longestBeginning)
        if case .unreadable(let reason) = stored.fault { throw .cannotRead(path: file.name, reason: reason) }
        guard stored.count > 0 else { throw .isEmpty(path: file.name) }
        let beginning = beginning(of: stored)
        for (magic, program) in Self.otherCompressions where beginning.starts(with: magic) {
            throw .otherCompression(path: file.name, program: program)
        }
        if Self.isSkippableFrame(beginning) { return .zstd }
        return Self.compressions.first { beginning.starts(with: $0.magic) }?.compression
    }

    /// The bytes of the capture: those of the file, or what they expand to, with as much room.
    func expanded(_ stored: InputBuffer, _ compression: Compression?) throws(CaptureError) -> InputBuffer {
        do throws(CaptureFault) {
            switch compression {
            case .gzip: return InputBuffer(try GzipSource(stored), capacity: stored.capacity)
            case .zstd: return InputBuffer(try ZstdSource(stored), capacity: stored.capacity)
            case nil: return stored
            }
        } catch {
            throw .cannotExpand(path: file.name, fault: error)
        }
    }

    /// The parser for the capture, its header used up.
    func parser(of buffer: InputBuffer) throws(CaptureError) -> OpenedParser {
        _ = buffer.fill(Self.longestBeginning)
        let opening = buffer.withBytes { bytes in
            PcapHeader.read(bytes).map { Opening($0, .pcap) { .pcap(PcapParser($0)) } }
                ?? PcapngParser.open(bytes).map { Opening($0, .pcapng) { .pcapng($0) } }
                ?? SnoopParser.open(bytes).map { Opening($0, .snoop) { .snoop($0) } }
        }
        guard let opening else {
            if let fault = buffer.fault { throw .cannotExpand(path: file.name, fault: fault) }
            guard buffer.count > 0 else { throw .expandsToNothing(path: file.name) }
            throw .notACapture(path: file.name, beginning: Array(beginning(of: buffer).prefix(4)))
        }
        return try accept(opening, buffer)
    }
}

/// The parser of the format that was recognised.
enum OpenedParser {
    case pcap(PcapParser)
    case pcapng(PcapngParser)
    case snoop(SnoopParser)
}

extension Recognition {
    /// Enough bytes to tell every format from every other, and to read every header.
    private static let longestBeginning = 32

    private static let compressions: [(magic: [UInt8], compression: Compression)] = [
        ([0x1f, 0x8b], .gzip), ([0x28, 0xb5, 0x2f, 0xfd], .zstd),
    ]

    /// Whether it is a frame that programs of zstd pass over; pzstd begins files with one (RFC 8878, section 3.1.2).
    private static func isSkippableFrame(_ beginning: [UInt8]) -> Bool {
        beginning.first.map { $0 & 0xf0 == 0x50 } == true && beginning.dropFirst().starts(with: [0x2a, 0x4d, 0x18])
    }

    private static let otherCompressions: [(magic: [UInt8], program: String)] = [
        ([0x42, 0x5a, 0x68], "bzip2"), ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "xz"), ([0x04, 0x22, 0x4d, 0x18], "lz4"),
    ]

    /// What a format said to the beginning of the file.
    private struct Opening {
        let format: CaptureFormat
        let answer: FormatOpening<OpenedParser>

        init<Parser>(
            _ answer: FormatOpening<Parser>, _ format: CaptureFormat, _ parser: (Parser) -> OpenedParser
        ) {
            self.format = format
            self.answer = answer.map(parser)
        }
    }

    private func accept(_ opening: Opening, _ buffer: InputBuffer) throws(CaptureError) -> OpenedParser {
        let (name, format) = (file.name, opening.format)
        switch opening.answer {
        case .parser(let parser, let length):
            buffer.consume(length)
            return parser
        case .incomplete(let expected):
            if let fault = buffer.fault { throw .cannotExpand(path: name, fault: fault) }
            throw .cutHeader(path: name, format: format, expected: expected, found: buffer.count)
        case .version(let version): throw .unknownVersion(path: name, format: format, version: version)
        case .fault(let fault): throw .badHeader(path: name, format: format, fault: fault)
        }
    }

    private func beginning(of buffer: InputBuffer) -> [UInt8] {
        buffer.withBytes { bytes in
            (0..<min(bytes.byteCount, Self.longestBeginning)).map { bytes.integer(at: $0, .little, as: UInt8.self) }
        }
    }
}
