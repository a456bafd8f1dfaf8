/// Follows Swift text just closely enough to know where strings and comments begin and end.
///
/// It finds cell markers and the ends of interpolated values, where a full parse would be too slow, and too easily led
/// astray: the text of a cell being edited is often not yet Swift.
struct LexicalScanner {
    /// How a literal that runs to a closing mark is written.
    struct Delimiter: Hashable {
        /// `"`, or `/` for a regular expression.
        var mark: UInt8
        /// The number of `#` around it.
        var hashes: Int
        /// Whether line ends belong to it.
        var isMultiline: Bool
    }

    /// What the scanner is inside of.
    enum Context: Hashable {
        case literal(Delimiter)
        case comment(depth: Int)
        /// Code between the parentheses of `\(…)`.
        case value(depth: Int)
    }

    let bytes: [UInt8]
    let end: Int
    private(set) var position: Int
    private(set) var contexts: [(context: Context, start: Int)] = []
    /// Delimiters known never to be closed, whose literals therefore end with their line.
    private let unclosed: Set<Delimiter>

    init(_ bytes: [UInt8], from position: Int, to end: Int, unclosed: Set<Delimiter> = []) {
        self.bytes = bytes
        self.position = position
        self.end = end
        self.unclosed = unclosed
    }
}

extension LexicalScanner {
    /// How deeply brackets, strings and comments are nested at the deepest place of a text.
    static func nesting(of bytes: [UInt8]) -> Int {
        var scanner = LexicalScanner(bytes, from: 0, to: bytes.count)
        var brackets = 0
        var deepest = 0
        while !scanner.isAtEnd {
            let byte = scanner.isInCode ? bytes[scanner.position] : 0
            let contexts = scanner.contexts.count
            scanner.step()
            if "([{".utf8.contains(byte) { brackets += 1 }
            if ")]}".utf8.contains(byte), scanner.contexts.count == contexts { brackets = max(0, brackets - 1) }
            deepest = max(deepest, brackets + scanner.contexts.count)
        }
        return deepest
    }

    var isAtEnd: Bool { position >= end }

    private var isInCode: Bool {
        switch contexts.last?.context {
        case nil, .value: true
        case .literal, .comment: false
        }
    }

    /// Whether the position is in code, outside every literal and comment.
    var isInPlainCode: Bool { contexts.isEmpty }

    /// Goes on behind the end of the current line.
    mutating func skipLine() {
        while !isAtEnd {
            let isLineEnd = bytes[position] == UInt8(ascii: "\n")
            step()
            if isLineEnd { return }
        }
    }

    /// Goes on behind the parenthesis that closes the value which begins here.
    ///
    /// - Returns: Whether there is one.
    mutating func skipValue() -> Bool {
        contexts.append((.value(depth: 1), position))
        let outer = contexts.count
        while !isAtEnd {
            step()
            if contexts.count < outer { return true }
        }
        return false
    }

    /// Goes on behind the block comment which begins here, if one does.
    mutating func skipBlockComment() {
        guard isAt("/", "*") else { return }
        let outer = contexts.count
        repeat { step() } while !isAtEnd && contexts.count > outer
    }

    /// Goes on to the next code.
    mutating func skipBlanksAndComments() {
        while !isAtEnd {
            if bytes[position].isBlank || bytes[position].isLineEnd {
                position += 1
            } else if isAt("/", "*") {
                skipBlockComment()
            } else if isAt("/", "/") {
                skipLineComment()
            } else {
                return
            }
        }
    }
}

extension LexicalScanner {
    private mutating func step() {
        switch contexts.last?.context {
        case .comment(let depth): stepInComment(depth)
        case .literal(let delimiter): stepInLiteral(delimiter)
        case .value(let depth): stepInValue(depth)
        case nil: stepInCode()
        }
    }

    private mutating func stepInComment(_ depth: Int) {
        if isAt("*", "/") {
            position += 2
            if depth == 1 { contexts.removeLast() } else { replace(.comment(depth: depth - 1)) }
        } else if isAt("/", "*") {
            position += 2
            replace(.comment(depth: depth + 1))
        } else {
            position += 1
        }
    }

    private mutating func stepInValue(_ depth: Int) {
        switch bytes[position] {
        case UInt8(ascii: "("):
            replace(.value(depth: depth + 1))
            position += 1
        case UInt8(ascii: ")"):
            if depth == 1 { contexts.removeLast() } else { replace(.value(depth: depth - 1)) }
            position += 1
        default: stepInCode()
        }
    }

    private mutating func stepInCode() {
        switch bytes[position] {
        case UInt8(ascii: "\n"): endLine()
        case UInt8(ascii: "\""): openLiteral(hashes: 0)
        case UInt8(ascii: "#"): stepAtHash()
        case UInt8(ascii: "/") where isAt("/", "/"): skipLineComment()
        case UInt8(ascii: "/") where isAt("/", "*"):
            contexts.append((.comment(depth: 1), position))
            position += 2
        default: position += 1
        }
    }

    private mutating func stepAtHash() {
        let hashes = count(of: UInt8(ascii: "#"), from: position)
        let mark = byte(at: position + hashes)
        if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "/") {
            openLiteral(hashes: hashes)
        } else {
            position += hashes
        }
    }

    private mutating func skipLineComment() {
        while !isAtEnd, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    }

    /// The length of the run of one byte at `start`, counted no further than `limit`, so that scanning stays linear.
    private func count(of wanted: UInt8, from start: Int, limit: Int = .max) -> Int {
        var offset = start
        while offset < end, bytes[offset] == wanted, offset - start < limit { offset += 1 }
        return offset - start
    }

    private func byte(at offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

    private func isAt(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        byte(at: position) == UInt8(ascii: first) && byte(at: position + 1) == UInt8(ascii: second)
    }

    private mutating func replace(_ context: Context) { contexts[contexts.count - 1].context = context }
}

// MARK: - Literals

extension LexicalScanner {
    /// Enters the literal whose mark stands behind `hashes` hash signs.
    private mutating func openLiteral(hashes: Int) {
        let start = position
        let mark = bytes[position + hashes]
        position += hashes
        var delimiter = Delimiter(mark: mark, hashes: hashes, isMultiline: isMultiline(mark, hashes: hashes))
        position += delimiter.isMultiline && mark == UInt8(ascii: "\"") ? 3 : 1
        if unclosed.contains(delimiter) { delimiter.isMultiline = false }
        contexts.append((.literal(delimiter), start))
    }

    private func isMultiline(_ mark: UInt8, hashes: Int) -> Bool {
        if mark == UInt8(ascii: "/") {
            let next = byte(at: position + 1)
            return next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
        }
        return count(of: mark, from: position, limit: 3) == 3 && !(hashes > 0 && closesOnThisLine(hashes: hashes))
    }

    /// Whether what looks like `#\"""` is the one-line literal of a quotation mark, such as `#\"""#`.
    private func closesOnThisLine(hashes: Int) -> Bool {
        var offset = position + 1
        while offset < end, bytes[offset] != UInt8(ascii: "\n") {
            if bytes[offset] == UInt8(ascii: "\""),
                count(of: UInt8(ascii: "#"), from: offset + 1, limit: hashes) == hashes
            {
                return true
            }
            offset += 1
        }
        return false
    }

    private mutating func stepInLiteral(_ delimiter: Delimiter) {
        switch bytes[position] {
        case UInt8(ascii: "\n"): endLine()
        case UInt8(ascii: "\\"): stepAtBackslash(delimiter)
        case delimiter.mark where isClosing(delimiter):
            position += markLength(of: delimiter) + delimiter.hashes
            contexts.removeLast()
        default: position += 1
        }
    }

    private mutating func stepAtBackslash(_ delimiter: Delimiter) {
        let isString = delimiter.mark == UInt8(ascii: "\"")
        let hashes = isString ? delimiter.hashes : 0
        position += 1
        guard count(of: UInt8(ascii: "#"), from: position, limit: hashes) == hashes else { return }
        position += hashes
        guard let escaped = byte(at: position), escaped != UInt8(ascii: "\n") else { return }
        if isString, escaped == UInt8(ascii: "(") { contexts.append((.value(depth: 1), position)) }
        position += 1
    }

    private func isClosing(_ delimiter: Delimiter) -> Bool {
        let length = markLength(of: delimiter)
        let hashes = delimiter.hashes
        return count(of: delimiter.mark, from: position, limit: length) == length
            && count(of: UInt8(ascii: "#"), from: position + length, limit: hashes) == hashes
    }

    private func markLength(of delimiter: Delimiter) -> Int {
        delimiter.isMultiline && delimiter.mark == UInt8(ascii: "\"") ? 3 : 1
    }

    /// Leaves the literals that a line end ends, together with the values inside them.
    private mutating func endLine() {
        position += 1
        let broken = contexts.firstIndex {
            if case .literal(let delimiter) = $0.context { !delimiter.isMultiline } else { false }
        }
        if let broken { contexts.removeSubrange(broken...) }
    }
}
