/// The first place at which a text is no notebook.
///
///     // ports.swift:12:9: unknown option 'timeot'; did you mean 'timeout'?
///
/// The facts are in `fault`; `message` and `remedy` put them into words.
package struct NotebookError: Error, Hashable, Sendable {
    /// What is wrong, with the facts that a message needs.
    package enum Fault: Hashable, Sendable {
        case notUTF8(byte: Int)
        case empty
        case unclosedComment
        case codeInProse(String)
        case unclosedValue
        case emptyValue
        case titleCharacter(Character)
        case unknownKind(String, suggestion: String?)
        case misplacedKind(String)
        case textAfterOptions(String)
        case unknownOption(String, suggestion: String?)
        case reservedOption(String)
        case duplicateOption(String)
        case badValue(option: String, JSONFault)
        case wrongType(option: String, expected: String, found: String)
        case duplicateID(String, firstLine: Int)
    }

    /// What is wrong.
    package var fault: Fault
    /// Where it is wrong.
    package var place: SourcePlace
    /// The line of the place, as it stands in the file.
    package var sourceLine: String
}

extension NotebookError: CustomStringConvertible {
    /// One line: `FILE:LINE:COLUMN: WHAT; REMEDY`.
    package var description: String {
        guard let remedy else { return "\(place): \(message)" }
        return "\(place): \(message); \(remedy)"
    }

    /// The source line with a caret below the place.
    package var excerpt: String { "\(sourceLine)\n\(Caret.line(below: sourceLine, column: place.column))" }
}
