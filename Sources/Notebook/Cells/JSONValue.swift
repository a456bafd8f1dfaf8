/// A value written in JSON.
enum JSONValue: Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// What the value is, as messages call it.
    var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

/// Why a text is no JSON value.
package enum JSONFault: Error, Hashable, Sendable {
    case missing
    case notJSON
    case badNumber
    case unclosedString
    case badEscape
    case controlCharacter
    case unclosedList
    case tooDeep
    case textBehind

    /// What is wrong, in lower case.
    var message: String {
        switch self {
        case .missing: "a value is missing"
        case .notJSON: "not a JSON value"
        case .badNumber: "not a JSON number"
        case .unclosedString: "the string is never closed"
        case .badEscape: "not a JSON escape"
        case .controlCharacter: "a control character in a string"
        case .unclosedList: "the list or object is never closed"
        case .tooDeep: "lists inside lists"
        case .textBehind: "text behind the value"
        }
    }

    /// What to try.
    var remedy: String {
        switch self {
        case .missing, .notJSON: "write \"text\" in quotation marks, a number, true, false, or a list in brackets"
        case .badNumber: "write digits, a point, and an exponent where one is needed: 10, 0.5, 1e9"
        case .unclosedString: "close it with a quotation mark on the same line"
        case .badEscape: "write a backslash as \"\\\\\""
        case .controlCharacter: "write it as an escape, such as \\t"
        case .unclosedList: "close it on the same line, with commas between its items"
        case .tooDeep: "write one list"
        case .textBehind: "leave a blank behind it"
        }
    }
}
