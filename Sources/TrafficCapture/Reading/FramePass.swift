/// A parser on its way through a buffer.
struct FramePass<Parser: FrameParser> {
    private(set) var parser: Parser
    /// How many frames were handed over.
    private(set) var frames = 0
    /// Why the way ended before the end of the bytes, if it did.
    private(set) var failure: FramePassFailure?
    private let buffer: InputBuffer

    init(_ parser: Parser, _ buffer: InputBuffer) {
        self.parser = parser
        self.buffer = buffer
    }

    /// Hands over the frames that lie whole in the buffer, and fills it again.
    /// - Returns: whether there is more to be done.
    mutating func advance<Failure: Error>(
        _ body: (RawSpan, FrameHeader) throws(Failure) -> FrameVisit
    ) throws(Failure) -> Bool {
        let (used, pause) = try buffer.withBytes { bytes throws(Failure) in try drain(bytes, body) }
        buffer.consume(used)
        switch pause {
        case .stopped: return false
        case .fault(let fault): return fail(fault, at: buffer.offset)
        case .needs(let part, let expected): return refill(part, expected)
        case .skips(let count): return skip(count)
        }
    }

    /// Hands over the frames that lie whole in `bytes`.
    /// - Returns: how many bytes are used up, and why not more.
    @inline(__always)
    private mutating func drain<Failure: Error>(
        _ bytes: RawSpan, _ body: (RawSpan, FrameHeader) throws(Failure) -> FrameVisit
    ) throws(Failure) -> (used: Int, pause: Pause) {
        var place = 0
        while true {
            switch parser.next(in: bytes, at: place) {
            case .frame(let record):
                let first = place + record.frameOffset
                place += record.length
                frames += 1
                let visit = try body(bytes.extracting(first..<(first + record.capturedLength)), record.header)
                if visit == .stop { return (place, .stopped) }
            case .skip(let count):
                guard count <= bytes.byteCount - place else { return (place, .skips(count)) }
                place += count
            case .incomplete(let part, let expected): return (place, .needs(part, expected: expected))
            case .fault(let fault): return (place, .fault(fault))
            }
        }
    }
}

/// The fault that ended a pass, and where in the source its record begins.
struct FramePassFailure {
    let offset: Int
    let fault: CaptureFault
}

/// Why the bytes at hand are used up.
private enum Pause {
    case stopped
    case fault(CaptureFault)
    case needs(RecordPart, expected: Int)
    case skips(Int)
}

extension FramePass {
    private mutating func refill(_ part: RecordPart, _ expected: Int) -> Bool {
        if buffer.fill(expected) { return true }
        if let fault = buffer.fault { return fail(fault, at: buffer.offset) }
        // A source that ends where a record would begin is whole.
        guard buffer.count > 0 else { return false }
        return fail(.cut(part, expected: expected, found: buffer.count), at: buffer.offset)
    }

    private mutating func skip(_ count: Int) -> Bool {
        let start = buffer.offset
        let found = buffer.skip(count)
        return found == count || fail(buffer.fault ?? .cut(.block, expected: count, found: found), at: start)
    }

    /// - Returns: false, for there is no more to be done.
    private mutating func fail(_ fault: CaptureFault, at offset: Int) -> Bool {
        failure = FramePassFailure(offset: offset, fault: fault)
        return false
    }
}
