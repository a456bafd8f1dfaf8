/// The prose of a markdown cell, freed from its comment marks, and where each line of it stands in the notebook.
struct ProseText {
    private(set) var bytes: [UInt8] = []
    /// Where each line begins here, and where in the notebook.
    private var starts: [Int] = []
    private var origins: [Int] = []

    mutating func append(line: ArraySlice<UInt8>) {
        starts.append(bytes.count)
        origins.append(line.startIndex)
        bytes += line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The place in the notebook of an offset in `bytes`.
    func offset(of position: Int) -> Int {
        let line = starts.lastIndex(notAbove: position)
        return origins[line] + position - starts[line]
    }

    mutating func removeBlankEnd() {
        while let last = bytes.last, last.isBlank || last.isLineEnd { bytes.removeLast() }
    }
}

/// Reads a markdown cell: lines that begin with `//`, or exactly one block comment.
struct ProseParser {
    let text: SourceText
    let body: Range<Int>

    /// The prose, cut at its interpolated values.
    func segments() throws(NotebookError) -> [ProseSegment] {
        var prose = try isBlockComment ? blockComment() : lineComments()
        prose.removeBlankEnd()
        var cutter = ProseCutter(prose: prose, text: text)
        return try cutter.segments()
    }

    private var isBlockComment: Bool { text.bytes[firstCharacter(of: body)..<body.upperBound].starts(with: "/*".utf8) }

    private func blockComment() throws(NotebookError) -> ProseText {
        let begin = firstCharacter(of: body)
        var scanner = LexicalScanner(text.bytes, from: begin, to: body.upperBound)
        scanner.skipBlockComment()
        let rest = firstCharacter(of: scanner.position..<body.upperBound)
        if rest < body.upperBound { throw codeInProse(at: rest) }
        var lines = lines(of: (begin + 2)..<(scanner.position - 2))
        if let first = lines.first, firstCharacter(of: first) == first.upperBound { lines.removeFirst() }
        var prose = ProseText()
        for line in lines { prose.append(line: text.bytes[line]) }
        return prose
    }

    private func lineComments() throws(NotebookError) -> ProseText {
        var prose = ProseText()
        for line in lines(of: body) {
            let begin = firstCharacter(of: line)
            if begin == line.upperBound {
                prose.append(line: text.bytes[begin..<begin])
                continue
            }
            guard text.bytes[begin..<line.upperBound].starts(with: "//".utf8) else { throw codeInProse(at: begin) }
            let afterMark = begin + 2
            let isSpaced = afterMark < line.upperBound && text.bytes[afterMark] == UInt8(ascii: " ")
            prose.append(line: text.bytes[(isSpaced ? afterMark + 1 : afterMark)..<line.upperBound])
        }
        return prose
    }
}

extension ProseParser {
    /// The lines of a range without their line feeds.
    private func lines(of range: Range<Int>) -> [Range<Int>] {
        let slices = text.bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return slices.map { $0.startIndex..<$0.endIndex }
    }

    private func firstCharacter(of range: Range<Int>) -> Int {
        range.first { !text.bytes[$0].isBlank && !text.bytes[$0].isLineEnd } ?? range.upperBound
    }

    private func codeInProse(at offset: Int) -> NotebookError {
        let line = text.string(offset..<text.lineEnd(from: offset))
        let word = line.prefix { !$0.isWhitespace }.prefix(24)
        return text.error(.codeInProse(String(word)), at: offset)
    }
}
