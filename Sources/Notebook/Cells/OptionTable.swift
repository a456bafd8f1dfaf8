/// The options a marker can carry.
enum OptionTable {
    /// In the order of a message.
    static let names = ["id", "timeout", "memory", "hide", "fold", "tags", "caption", "cache"]

    /// Names kept for what a notebook will be able to say; accepting one that has no effect would mislead.
    static let reserved: Set<String> = [
        "auto", "manual", "once", "run", "step", "trace", "notes", "widget", "min", "max", "choices", "predict",
        "reveal",
        "exercise", "prompt", "starter", "hint", "hints", "solution", "check", "checks", "grade", "xfail",
    ]

    /// Refuses a name that is no option.
    static func check(_ name: String, in text: SourceText, at offset: Int) throws(NotebookError) {
        if names.contains(name) { return }
        if reserved.contains(name) || name.hasPrefix("exercise") { throw text.error(.reservedOption(name), at: offset) }
        throw text.error(.unknownOption(name, suggestion: Suggestion.nearest(to: name, among: names)), at: offset)
    }

    /// Sets the option of the given name.
    static func set(_ name: String, to value: JSONValue, in marker: inout Marker) throws(TypeMismatch) {
        switch name {
        case "id": marker.id = try value.identifier()
        case "timeout": marker.options.timeout = try value.positiveNumber()
        case "memory": marker.options.memory = try value.positiveInteger()
        case "hide": marker.options.hide = try value.choice()
        case "fold": marker.options.fold = try value.bool()
        case "tags": marker.options.tags = try value.strings()
        case "caption": marker.options.caption = try value.string()
        default: marker.options.cache = try value.bool()
        }
    }
}

/// A value that is not what an option takes.
struct TypeMismatch: Error {
    var expected: String
    var found: String
}

extension JSONValue {
    fileprivate func bool() throws(TypeMismatch) -> Bool {
        guard case .bool(let bool) = self else { throw mismatch("true or false") }
        return bool
    }

    fileprivate func string() throws(TypeMismatch) -> String {
        guard case .string(let string) = self else { throw mismatch("a string") }
        return string
    }

    fileprivate func strings() throws(TypeMismatch) -> [String] {
        guard case .array(let items) = self else { throw mismatch("a list of strings") }
        return try items.map { (item) throws(TypeMismatch) in
            guard case .string(let string) = item else { throw item.mismatch("a list of strings") }
            return string
        }
    }

    fileprivate func positiveNumber() throws(TypeMismatch) -> Double {
        guard case .number(let number) = self, number > 0 else { throw mismatch("a number above 0") }
        return number
    }

    fileprivate func positiveInteger() throws(TypeMismatch) -> Int {
        guard case .number(let number) = self, let integer = Int(exactly: number), integer > 0 else {
            throw mismatch("a whole number above 0")
        }
        return integer
    }

    fileprivate func identifier() throws(TypeMismatch) -> String {
        guard case .string(let id) = self, CellIdentifier.isValid(id) else {
            throw mismatch("a string of the letters a-z, digits and '-'")
        }
        return id
    }

    fileprivate func choice<Choice: RawRepresentable<String> & CaseIterable>() throws(TypeMismatch) -> Choice {
        if case .string(let name) = self, let choice = Choice(rawValue: name) { return choice }
        let names = Choice.allCases.map { "\"\($0.rawValue)\"" }
        throw mismatch("one of " + names.joined(separator: ", "))
    }

    private func mismatch(_ expected: String) -> TypeMismatch {
        TypeMismatch(expected: expected, found: written)
    }

    private var written: String {
        switch self {
        case .string(let string): "\"\(string)\""
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        case .bool(let bool): "\(bool)"
        case .null, .array, .object: kindName
        }
    }
}
