/// Reads one JSON value at a place in a longer text, and stops behind it (RFC 8259).
///
/// Foundation's decoder takes whole texts only, and does not say where a fault is.
struct JSONParser {
    private let bytes: [UInt8]
    private let end: Int
    /// Behind the value, or at the fault.
    private(set) var position: Int
    private var depth = 0

    init(bytes: [UInt8], from position: Int, to end: Int) {
        self.bytes = bytes
        self.position = position
        self.end = end
    }

    /// The value that begins here; a blank or the end must follow it.
    mutating func parse() throws(JSONFault) -> JSONValue {
        let value = try parseValue()
        guard position == end || bytes[position].isBlank else { throw .textBehind }
        return value
    }
}

extension JSONParser {
    private var current: UInt8? { position < end ? bytes[position] : nil }

    private mutating func parseValue() throws(JSONFault) -> JSONValue {
        guard let current, !current.isBlank else { throw .missing }
        switch current {
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "["):
            return .array(try parseItems(until: "]") { parser throws(JSONFault) in try parser.parseValue() })
        case UInt8(ascii: "{"): return try parseObject()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try parseNumber())
        default: return try parseWord()
        }
    }

    private mutating func parseWord() throws(JSONFault) -> JSONValue {
        let words: [(String, JSONValue)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
        for (word, value) in words where bytes[position..<end].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        throw .notJSON
    }

    private mutating func parseNumber() throws(JSONFault) -> Double {
        let pattern = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/
        var last = position
        while last < end, isNumberByte(bytes[last]) { last += 1 }
        let written = String(decoding: bytes[position..<last], as: UTF8.self)
        guard written.wholeMatch(of: pattern) != nil, let number = Double(written), number.isFinite else {
            throw .badNumber
        }
        position = last
        return number
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }

    private mutating func parseObject() throws(JSONFault) -> JSONValue {
        let members = try parseItems(until: "}") { (parser) throws(JSONFault) -> (String, JSONValue) in
            guard parser.current == UInt8(ascii: "\"") else { throw .notJSON }
            let name = try parser.parseString()
            parser.skipBlanks()
            guard parser.take(":") else { throw .notJSON }
            parser.skipBlanks()
            return (name, try parser.parseValue())
        }
        return .object(Dictionary(members) { $1 })
    }

    private mutating func parseItems<Item>(
        until close: Unicode.Scalar, item: (inout JSONParser) throws(JSONFault) -> Item
    ) throws(JSONFault) -> [Item] {
        guard depth < 16 else { throw .tooDeep }
        depth += 1
        defer { depth -= 1 }
        position += 1
        skipBlanks()
        var items: [Item] = []
        while !take(close) {
            if !items.isEmpty {
                guard take(",") else { throw .unclosedList }
                skipBlanks()
            }
            guard current != nil else { throw .unclosedList }
            items.append(try item(&self))
            skipBlanks()
        }
        return items
    }

    private mutating func skipBlanks() {
        while current?.isBlank == true { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }
}

// MARK: - Strings

extension JSONParser {
    private mutating func parseString() throws(JSONFault) -> String {
        position += 1
        var units: [UInt16] = []
        while let byte = current, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                units.append(try parseEscape())
            } else if byte < 0x20 {
                throw .controlCharacter
            } else {
                units += plainUnits()
            }
        }
        guard take("\"") else { throw .unclosedString }
        return String(decoding: units, as: UTF16.self)
    }

    private mutating func plainUnits() -> String.UTF16View {
        let begin = position
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        return String(decoding: bytes[begin..<position], as: UTF8.self).utf16
    }

    private mutating func parseEscape() throws(JSONFault) -> UInt16 {
        guard position + 1 < end else { throw .unclosedString }
        let escape = bytes[position + 1]
        if escape == UInt8(ascii: "u") { return try parseCodeUnit() }
        guard let unit = JSONParser.escapes[escape] else { throw .badEscape }
        position += 2
        return UInt16(unit)
    }

    private mutating func parseCodeUnit() throws(JSONFault) -> UInt16 {
        let digits = bytes[(position + 2)..<min(position + 6, end)]
        let written = String(decoding: digits, as: UTF8.self)
        guard digits.count == 4, written.allSatisfy(\.isHexDigit), let unit = UInt16(written, radix: 16) else {
            throw .badEscape
        }
        position += 6
        return unit
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
}
