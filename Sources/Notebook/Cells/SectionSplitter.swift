/// The bytes of one cell: a marker line, where there is one, and what follows it.
struct Section: Equatable {
    var range: Range<Int>
    /// The marker line without its line end.
    var marker: Range<Int>?
    var body: Range<Int>
}

/// Cuts a text at its marker lines.
///
/// A marker inside a string or a block comment is none. A string that is never closed must not swallow the rest of
/// the notebook, though: while its author is still typing, it ends with its cell, and the compiler says the rest.
struct SectionSplitter {
    let text: SourceText

    func sections() throws(NotebookError) -> [Section] {
        let markers = try markers()
        let first = markers.first ?? text.bytes.count
        var sections: [Section] = []
        if holdsCode(before: first) { sections.append(section(from: 0, to: first)) }
        for (index, marker) in markers.enumerated() {
            let next = index + 1 < markers.count ? markers[index + 1] : text.bytes.count
            let begin = sections.isEmpty ? 0 : marker
            sections.append(section(marker: marker, begin: begin, to: next))
        }
        return sections
    }

    /// The offsets of the marker lines.
    private func markers() throws(NotebookError) -> [Int] {
        var markers: [Int] = []
        var unclosed: Set<LexicalScanner.Delimiter> = []
        var scanner = LexicalScanner(text.bytes, from: text.start, to: text.bytes.count)
        while true {
            while !scanner.isAtEnd {
                if scanner.isInPlainCode, Marker.begins(in: text.bytes, at: scanner.position) {
                    markers.append(scanner.position)
                }
                scanner.skipLine()
            }
            guard let open = scanner.contexts.first else { return markers }
            guard case .literal(let delimiter) = open.context, delimiter.isMultiline else {
                throw text.error(.unclosedComment, at: open.start)
            }
            unclosed.insert(delimiter)
            let next = text.lineEnd(from: open.start)
            scanner = LexicalScanner(text.bytes, from: next, to: text.bytes.count, unclosed: unclosed)
        }
    }

    /// Whether more than comments and blank lines stands before the first marker.
    private func holdsCode(before end: Int) -> Bool {
        var scanner = LexicalScanner(text.bytes, from: codeStart, to: end)
        scanner.skipBlanksAndComments()
        return !scanner.isAtEnd
    }

    private func section(from begin: Int, to end: Int) -> Section {
        Section(range: begin..<end, marker: nil, body: codeStart..<end)
    }

    private func section(marker: Int, begin: Int, to end: Int) -> Section {
        let body = text.lineEnd(from: marker)
        var markerEnd = body
        while markerEnd > marker, text.bytes[markerEnd - 1].isLineEnd { markerEnd -= 1 }
        return Section(range: begin..<end, marker: marker..<markerEnd, body: body..<end)
    }

    /// Behind a shebang line, which the compiler takes only in the first line of a script.
    private var codeStart: Int {
        let isShebang = text.bytes[text.start...].starts(with: Array("#!".utf8))
        return isShebang ? text.lineEnd(from: text.start) : text.start
    }
}

extension UInt8 {
    var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

    /// A space or a tab.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
