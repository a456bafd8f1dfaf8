/// A value that a `[parameters]` cell declares, with its default.
package struct Parameter: Hashable, Sendable {
    /// The declared name.
    package var name: String
    /// The type, written or plain from the default; nil where the value cannot be set from outside.
    package var kind: ParameterKind?
    /// The text of the default; empty where there is none.
    package var defaultSource: String
    /// Where the name stands in the notebook.
    package var place: SourcePlace
    /// The bytes of the default in the cell's source.
    var range: Range<Int>
    var hasTypeAnnotation: Bool
}

/// Why a parameter cannot be given a value.
package struct ParameterError: Error, Hashable, Sendable {
    /// What is wrong, with the facts that a message needs.
    package enum Fault: Hashable, Sendable {
        case unknown(String, suggestion: String?, names: [String])
        case wrongType(Parameter, value: String)
        case outOfRange(Parameter, value: String, range: String)
        case notSettable(Parameter)
    }

    /// What is wrong.
    package var fault: Fault

    /// What is wrong, in lower case and without an end mark.
    package var message: String {
        switch fault {
        case .unknown(let name, _, _): "unknown parameter '\(name)'"
        case .wrongType(let parameter, let value):
            "'\(value)' is no value for '\(parameter.name)', which \(parameter.place) declares as \(parameter.typeName)"
        case .outOfRange(let parameter, let value, _):
            "'\(value)' is out of range for '\(parameter.name)', which \(parameter.place) declares as \(parameter.typeName)"
        case .notSettable(let parameter): "'\(parameter.name)', which \(parameter.place) declares, cannot be set"
        }
    }

    /// What to try.
    package var remedy: String {
        switch fault {
        case .unknown(_, let suggestion?, _): "did you mean '\(suggestion)'?"
        case .unknown(_, nil, let names) where names.isEmpty: "the notebook has no cell with [parameters]"
        case .unknown(_, nil, let names): "the parameters are \(names.joined(separator: ", "))"
        case .wrongType(let parameter, _): "write \(parameter.kind?.example ?? "another")"
        case .outOfRange(_, _, let range): "write a number from \(range)"
        case .notSettable: "give it a default, and a type of Int, Double, Bool, String, optionals or lists of them"
        }
    }
}

extension ParameterError: CustomStringConvertible {
    /// One line: `WHAT; REMEDY`.
    package var description: String { "\(message); \(remedy)" }
}

extension Parameter {
    fileprivate var typeName: String { kind.map { "\($0)" } ?? "something else" }

    /// Why `text` is no value of the parameter.
    func fault(of text: String) -> ParameterError.Fault {
        guard let range = kind?.rangeExceeded(by: text) else { return .wrongType(self, value: text) }
        return .outOfRange(self, value: text, range: range)
    }

    /// The literal that takes the place of the default, on as many lines as it.
    ///
    /// Lines are kept so that messages about what follows still name the notebook's own.
    func replacement(for text: String) -> String? {
        guard let kind, let literal = kind.literal(for: text) else { return nil }
        let typed = if case .array = kind, !hasTypeAnnotation { "\(literal) as \(kind)" } else { literal }
        return typed + defaultSource.filter { $0 == "\n" }
    }
}
