/// The types that a parameter can have.
package indirect enum ParameterKind: Hashable, Sendable {
    case int
    case double
    case bool
    case string
    case optional(ParameterKind)
    case array(ParameterKind)
}

extension ParameterKind: CustomStringConvertible {
    /// The type as Swift writes it.
    package var description: String {
        switch self {
        case .int: "Int"
        case .double: "Double"
        case .bool: "Bool"
        case .string: "String"
        case .optional(let kind): "\(kind)?"
        case .array(let kind): "[\(kind)]"
        }
    }

    /// What a value of the type is written like.
    var example: String {
        switch self {
        case .int: "10"
        case .double: "0.5"
        case .bool: "true or false"
        case .string: "any text"
        case .optional(let kind): "nil or \(kind.example)"
        case .array(let kind): kind.hasText ? "[\"a\", \"b\"]" : "a list such as [\(kind.example)]"
        }
    }

    private var hasText: Bool { self == .string || self == .optional(.string) }
}

extension ParameterKind {
    /// The Swift literal of a value given as text; nil where the text is no value of the type.
    ///
    /// Lists are written in JSON. A string is the text itself, whatever it holds: the literal can only ever be a
    /// literal.
    ///
    ///     ParameterKind.double.literal(for: "5")          // "5.0"
    ///     ParameterKind.string.literal(for: "\\(x)")      // "\"\\\\(x)\""
    func literal(for text: String) -> String? {
        switch self {
        case .int: Int(text).map { "\($0)" }
        case .double: ParameterKind.literal(Double(text))
        case .bool: Bool(text).map { "\($0)" }
        case .string: ParameterKind.quoted(text)
        case .optional(let kind): text == "nil" ? "nil" : kind.literal(for: text)
        case .array: parsed(text).flatMap { literal(for: $0) }
        }
    }

    /// The range of the type, where the text is a number of its form and beyond it; else nil.
    func rangeExceeded(by text: String) -> String? {
        switch self {
        case .int where Int(text) == nil && text.wholeMatch(of: /[-+]?[0-9]+/) != nil: "\(Int.min) to \(Int.max)"
        case .double where Double(text)?.isInfinite == true && text.contains(where: \.isNumber): "-1.7e308 to 1.7e308"
        case .optional(let kind): kind.rangeExceeded(by: text)
        default: nil
        }
    }

    private func parsed(_ text: String) -> JSONValue? {
        let bytes = Array(text.utf8)
        var parser = JSONParser(bytes: bytes, from: 0, to: bytes.count)
        guard let value = try? parser.parse(), parser.position == bytes.count else { return nil }
        return value
    }

    private func literal(for value: JSONValue) -> String? {
        switch (self, value) {
        // Beyond this, not every integer is a JSON number.
        case (.int, .number(let number)) where abs(number) <= 0x1p53: Int(exactly: number).map { "\($0)" }
        case (.double, .number(let number)): ParameterKind.literal(number)
        case (.bool, .bool(let bool)): "\(bool)"
        case (.string, .string(let string)): ParameterKind.quoted(string)
        case (.optional, .null): "nil"
        case (.optional(let kind), _): kind.literal(for: value)
        case (.array(let kind), .array(let items)): kind.list(items)
        default: nil
        }
    }

    private func list(_ items: [JSONValue]) -> String? {
        let literals = items.compactMap { literal(for: $0) }
        return literals.count == items.count ? "[" + literals.joined(separator: ", ") + "]" : nil
    }

    private static func literal(_ number: Double?) -> String? {
        guard let number, number.isFinite else { return nil }
        return "\(number)"
    }

    /// A string literal in which nothing is taken for more than text.
    static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case "\0"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}": "\\u{\(String(scalar.value, radix: 16))}"
            default: String(scalar)
            }
        }
        return "\"" + scalars.joined() + "\""
    }
}
