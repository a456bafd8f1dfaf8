/// Cuts prose at its interpolated values.
///
/// What Markdown takes literally is left alone: code spans, fenced code, and whatever a backslash escapes.
struct ProseCutter {
    private let prose: ProseText
    private let text: SourceText
    private let bytes: [UInt8]
    private var position = 0
    private var textStart = 0
    private var cuts: [ProseSegment] = []
    private var spans = CodeSpans()

    init(prose: ProseText, text: SourceText) {
        self.prose = prose
        self.text = text
        bytes = prose.bytes
    }

    mutating func segments() throws(NotebookError) -> [ProseSegment] {
        while position < bytes.count {
            if position == 0 || bytes[position - 1] == UInt8(ascii: "\n"),
                let fence = CodeFence(in: bytes, at: position)
            {
                position = fence.end(in: bytes)
            } else {
                try step()
            }
        }
        flushText()
        return cuts
    }
}

extension ProseCutter {
    private mutating func step() throws(NotebookError) {
        switch bytes[position] {
        case UInt8(ascii: "`"): position = spans.skip(in: bytes, at: position)
        case UInt8(ascii: "\\") where position + 1 < bytes.count:
            switch bytes[position + 1] {
            case UInt8(ascii: "("): try cutValue()
            case UInt8(ascii: "\n"): position += 1
            default: position += 2
            }
        default: position += 1
        }
    }

    private mutating func cutValue() throws(NotebookError) {
        flushText()
        let begin = position + 2
        var scanner = LexicalScanner(bytes, from: begin, to: bytes.count)
        guard scanner.skipValue() else { throw text.error(.unclosedValue, at: prose.offset(of: position)) }
        let value = bytes[begin..<(scanner.position - 1)]
        guard value.contains(where: { !$0.isBlank && !$0.isLineEnd }) else {
            throw text.error(.emptyValue, at: prose.offset(of: position))
        }
        let place = text.place(at: prose.offset(of: begin))
        let source = String(decoding: value, as: UTF8.self)
        cuts.append(.value(source: source, line: place.line, column: place.column))
        position = scanner.position
        textStart = position
    }

    private mutating func flushText() {
        guard textStart < position else { return }
        cuts.append(.text(String(decoding: bytes[textStart..<position], as: UTF8.self)))
        textStart = position
    }
}
