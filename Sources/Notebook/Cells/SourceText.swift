/// The bytes of a notebook and where its lines begin.
struct SourceText {
    let bytes: [UInt8]
    let name: String
    private let lineStarts: [Int]

    init(bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
        var starts = [bytes.starts(with: SourceText.byteOrderMark) ? SourceText.byteOrderMark.count : 0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        lineStarts = starts
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

extension SourceText {
    /// Where the text begins, behind a byte order mark.
    var start: Int { lineStarts[0] }

    /// The offset behind the line that holds `offset`, and behind its line end.
    func lineEnd(from offset: Int) -> Int {
        let next = lineNumber(at: offset)
        return next < lineStarts.count ? lineStarts[next] : bytes.count
    }

    /// The 1-based line that holds `offset`.
    func lineNumber(at offset: Int) -> Int { lineStarts.lastIndex(notAbove: offset) + 1 }

    /// The place of `offset`, its column counted in bytes as the compiler does.
    func place(at offset: Int) -> SourcePlace {
        let line = lineNumber(at: offset)
        return SourcePlace(file: name, line: line, column: max(0, offset - lineStarts[line - 1]) + 1)
    }

    /// The text of a range, with `\n` for every line end.
    func string(_ range: Range<Int>) -> String {
        let slice = bytes[range]
        guard slice.contains(UInt8(ascii: "\r")) else { return String(decoding: slice, as: UTF8.self) }
        var normal: [UInt8] = []
        normal.reserveCapacity(slice.count)
        for offset in slice.indices where !isReturnBeforeNewline(offset) { normal.append(slice[offset]) }
        return String(decoding: normal, as: UTF8.self)
    }

    /// The error of a fault at `offset`.
    func error(_ fault: NotebookError.Fault, at offset: Int) -> NotebookError {
        let place = place(at: offset)
        let begin = lineStarts[place.line - 1]
        var end = begin
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
        return NotebookError(
            fault: fault, place: place, sourceLine: String(decoding: bytes[begin..<end], as: UTF8.self))
    }

    /// Refuses bytes that are not UTF-8, at the first of them.
    func checkEncoding() throws(NotebookError) {
        guard String(validating: bytes, as: UTF8.self) == nil else { return }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var valid = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid += UTF8.width(scalar) }
        throw error(.notUTF8(byte: valid), at: valid)
    }

    private func isReturnBeforeNewline(_ offset: Int) -> Bool {
        bytes[offset] == UInt8(ascii: "\r") && offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")
    }
}

extension [Int] {
    /// The index of the last element that is at most `value`, in an ascending list; 0 where none is.
    func lastIndex(notAbove value: Int) -> Int {
        var low = 0
        var high = count
        while high - low > 1 {
            let middle = (low + high) / 2
            if self[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}
