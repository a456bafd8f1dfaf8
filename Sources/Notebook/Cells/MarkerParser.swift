/// Reads one marker line.
struct MarkerParser {
    private let text: SourceText
    private let end: Int
    private var position: Int
    private var marker: Marker

    init(text: SourceText, line: Range<Int>) {
        self.text = text
        end = line.upperBound
        let percents = Marker.percentSigns(in: text.bytes, at: line.lowerBound) ?? line
        position = percents.upperBound
        marker = Marker(depth: percents.count - 2, title: nil, kind: .code, id: nil, options: CellOptions())
    }

    /// The marker, or the first place where it breaks the grammar.
    mutating func parse() throws(NotebookError) -> Marker {
        try parseTitle()
        try parseKind()
        try parseOptions()
        return marker
    }
}

extension MarkerParser {
    private mutating func parseTitle() throws(NotebookError) {
        let begin = endOfBlanks
        position = begin
        var last = begin
        while position < end, kind(at: word) == nil, optionName(at: word) == nil {
            if let offset = word.first(where: {
                text.bytes[$0] == UInt8(ascii: "=") || text.bytes[$0] == UInt8(ascii: "{")
            }) {
                throw text.error(.titleCharacter(Character(Unicode.Scalar(text.bytes[offset]))), at: offset)
            }
            last = word.upperBound
            position = last
            skipBlanks()
        }
        marker.title = last > begin ? text.string(begin..<last) : nil
    }

    private mutating func parseKind() throws(NotebookError) {
        guard position < end, let name = kind(at: word) else { return }
        switch name {
        case "markdown": marker.kind = .markdown
        case "parameters": marker.kind = .parameters
        default:
            let suggestion =
                name == "md" ? "markdown" : Suggestion.nearest(to: name, among: ["markdown", "parameters"])
            throw text.error(.unknownKind(name, suggestion: suggestion), at: position)
        }
        position = word.upperBound
        skipBlanks()
    }

    private mutating func parseOptions() throws(NotebookError) {
        var given: Set<String> = []
        while position < end {
            let begin = position
            if let name = kind(at: word) { throw text.error(.misplacedKind(name), at: begin) }
            guard let name = optionName(at: word) else {
                throw text.error(.textAfterOptions(text.string(word)), at: begin)
            }
            guard given.insert(name).inserted else { throw text.error(.duplicateOption(name), at: begin) }
            try OptionTable.check(name, in: text, at: begin)
            position += name.utf8.count + 1
            try setOption(name)
            skipBlanks()
        }
    }

    private mutating func setOption(_ name: String) throws(NotebookError) {
        let begin = position
        let value = try parseValue(of: name)
        do throws(TypeMismatch) {
            try OptionTable.set(name, to: value, in: &marker)
        } catch {
            throw text.error(.wrongType(option: name, expected: error.expected, found: error.found), at: begin)
        }
    }

    private mutating func parseValue(of name: String) throws(NotebookError) -> JSONValue {
        var parser = JSONParser(bytes: text.bytes, from: position, to: end)
        do throws(JSONFault) {
            let value = try parser.parse()
            position = parser.position
            return value
        } catch {
            throw text.error(.badValue(option: name, error), at: min(parser.position, end))
        }
    }
}

extension MarkerParser {
    private mutating func skipBlanks() { position = endOfBlanks }

    /// Where the next word begins.
    ///
    /// Found in a variable of its own: where the loop moves `position` itself, the optimiser of Swift 6.3.1 hands what
    /// follows the value from before the loop.
    private var endOfBlanks: Int {
        var last = position
        while last < end, text.bytes[last].isBlank { last += 1 }
        return last
    }

    /// The bytes up to the next blank.
    private var word: Range<Int> {
        var last = position
        while last < end, !text.bytes[last].isBlank { last += 1 }
        return position..<last
    }

    /// The letters of a word such as `[markdown]`.
    private func kind(at word: Range<Int>) -> String? {
        let string = text.string(word)
        guard string.hasPrefix("["), string.hasSuffix("]"), string.count > 2 else { return nil }
        let name = string.dropFirst().dropLast()
        return name.utf8.allSatisfy(\.isLetter) ? String(name) : nil
    }

    /// The part of a word before its `=`, where that part can be a name.
    private func optionName(at word: Range<Int>) -> String? {
        guard let equals = word.first(where: { text.bytes[$0] == UInt8(ascii: "=") }) else { return nil }
        let name = text.bytes[word.lowerBound..<equals]
        guard name.first?.isLetter == true, name.allSatisfy(\.isOptionNameByte) else { return nil }
        return text.string(word.lowerBound..<equals)
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    fileprivate var isOptionNameByte: Bool {
        isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "-")
            || self == UInt8(ascii: "_")
    }
}
