/// A JSON value whose text is the same on every run: keys stay in the order given, numbers keep full precision.
///
///     JSON.object(["id": "ports", "bits": 1.5]).text      // {"id":"ports","bits":1.5}
indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// The shortest digits that read back as the same number. JSON has no infinities and no NaN: these become `null`.
    case number(Double)
    case string(String)
    case array([JSON])
    /// Members in order; a key that occurs twice is the caller's mistake and appears twice.
    case members([Member])

    struct Member: Hashable, Sendable {
        let key: String
        let value: JSON
    }

    /// An object with its members in the order written.
    static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
        .members(members.map { Member(key: $0.key, value: $0.value) })
    }

    /// The value as one line without white space.
    /// - Complexity: O(*n*) in the length of the text.
    var text: String {
        var text = ""
        write(to: &text)
        return text
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: JSON...) { self = .array(elements) }
    init(nilLiteral: ()) { self = .null }
}

extension JSON {
    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += "\(value)"
        case .number(let value): text += value.isFinite ? "\(value)" : "null"
        case .string(let value): Self.quote(value, into: &text)
        case .array(let values):
            Self.enclose(values, in: ("[", "]"), into: &text) { $0.write(to: &$1) }
        case .members(let members):
            Self.enclose(members, in: ("{", "}"), into: &text) { member, text in
                Self.quote(member.key, into: &text)
                text += ":"
                member.value.write(to: &text)
            }
        }
    }

    private static func enclose<Element>(
        _ elements: [Element], in marks: (String, String), into text: inout String,
        write: (Element, inout String) -> Void
    ) {
        text += marks.0
        for (position, element) in elements.enumerated() {
            if position > 0 { text += "," }
            write(element, &text)
        }
        text += marks.1
    }

    private static func quote(_ value: String, into text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\0"..<" ", "\u{7F}": text += escaped(scalar)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
