/// Takes a capture format apart, record by record; reads and keeps no bytes itself.
///
/// `next(in:at:)` looks at the bytes from `start` on, where a record begins, and says what it is. Its answer depends on
/// nothing but those bytes and the records before them. No bytes whatever make it trap.
protocol FrameParser {
    /// The interfaces declared so far.
    var interfaces: [CaptureInterface] { get }
    /// How many frames so far had no time.
    var framesWithoutTime: Int { get }

    mutating func next(in bytes: RawSpan, at start: Int) -> ParserStep
}

extension FrameParser {
    /// Most formats have a time for every frame.
    var framesWithoutTime: Int { 0 }
}

/// What a parser found at the beginning of a record.
enum ParserStep: Equatable {
    /// A frame that is there as a whole.
    case frame(FrameRecord)
    /// A record of so many bytes without a frame; it may reach beyond the bytes at hand.
    case skip(Int)
    /// The record goes on beyond the bytes at hand: so many are needed from its beginning to tell more.
    case incomplete(RecordPart, expected: Int)
    /// The record makes no sense, so neither does anything after it.
    case fault(CaptureFault)
}

/// A frame within the bytes of its record.
struct FrameRecord: Equatable {
    let header: FrameHeader
    /// How many bytes after the record's beginning the frame's own bytes begin.
    let frameOffset: Int
    /// How many bytes of the frame were captured.
    let capturedLength: Int
    /// How many bytes the record has in the file.
    let length: Int
}

/// How a capture file begins.
enum FormatOpening<Parser> {
    /// The parser of what follows the file header of `length` bytes.
    case parser(Parser, length: Int)
    /// More bytes are needed.
    case incomplete(expected: Int)
    /// The header is of a version that is not read here.
    case version(String)
    /// The header makes no sense.
    case fault(CaptureFault)
}

extension FormatOpening {
    /// The same answer with another parser.
    func map<Other>(_ transform: (Parser) -> Other) -> FormatOpening<Other> {
        switch self {
        case .parser(let parser, let length): .parser(transform(parser), length: length)
        case .incomplete(let expected): .incomplete(expected: expected)
        case .version(let version): .version(version)
        case .fault(let fault): .fault(fault)
        }
    }
}
