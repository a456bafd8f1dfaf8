/// A line that begins fenced code in Markdown.
struct CodeFence {
    private let mark: UInt8
    private let length: Int
    private let contentStart: Int

    /// The fence that the line at `start` opens, behind any quotation and list marks.
    init?(in bytes: [UInt8], at start: Int) {
        let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
        let isLead = { (byte: UInt8) in byte.isBlank || ">-*+.)0123456789".utf8.contains(byte) }
        guard let (mark, length) = CodeFence.run(in: line.drop(while: isLead)) else { return nil }
        let info = line.drop(while: isLead).dropFirst(length)
        if mark == UInt8(ascii: "`"), info.contains(mark) { return nil }
        (self.mark, self.length) = (mark, length)
        contentStart = line.endIndex
    }

    /// Where the fenced code ends: behind the closing fence, or with the text.
    func end(in bytes: [UInt8]) -> Int {
        var position = contentStart
        while position < bytes.count {
            let line = bytes[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
            position = line.endIndex
            if isClosing(line) { break }
        }
        return position
    }

    private func isClosing(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = line.drop { $0.isBlank || $0 == UInt8(ascii: ">") }
        guard let run = CodeFence.run(in: rest), run.mark == mark, run.length >= length else { return false }
        return rest.dropFirst(run.length).allSatisfy(\.isBlank)
    }

    private static func run(in line: ArraySlice<UInt8>) -> (mark: UInt8, length: Int)? {
        guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let length = line.prefix { $0 == mark }.count
        return length >= 3 ? (mark, length) : nil
    }
}

/// The code spans of Markdown: text between two runs of equally many backticks in one paragraph.
struct CodeSpans {
    /// Where the runs of each length begin, in the paragraph looked at last, the next one at the end.
    private var runs: [Int: [Int]] = [:]
    private var paragraphEnd = 0

    /// Behind the code span that the backticks at `position` open, or behind the backticks where they open none.
    mutating func skip(in bytes: [UInt8], at position: Int) -> Int {
        if position >= paragraphEnd { findRuns(in: bytes, from: position) }
        let length = bytes[position...].prefix { $0 == UInt8(ascii: "`") }.count
        while let next = runs[length]?.last {
            runs[length]?.removeLast()
            if next > position { return next + length }
        }
        return position + length
    }

    private mutating func findRuns(in bytes: [UInt8], from start: Int) {
        runs = [:]
        var position = start
        var isBlankLine = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\n"), isBlankLine { break }
            if byte == UInt8(ascii: "\n") { isBlankLine = true } else if !byte.isBlank { isBlankLine = false }
            let length = bytes[position...].prefix { $0 == UInt8(ascii: "`") }.count
            if length > 0 { runs[length, default: []].append(position) }
            position += max(1, length)
        }
        paragraphEnd = position
        for length in runs.keys { runs[length]?.reverse() }
    }
}
