import Foundation

/// What the compiler said about a cell, read from its text output.
struct CompilerMessages {
    /// One message, with its place in the cell's program.
    struct Message: Hashable, Codable, Sendable {
        var severity: Diagnostic.Severity
        var text: String
        /// The line, counted from the cell's first as 1; nil when the message names no place in the cell.
        var line: Int?
        var column: Int?
    }

    /// The messages in `output` about the file named `file`, without repetitions; `firstLine` is the line that they
    /// call the cell's first.
    ///
    /// They come in the order of their places, each with the notes that belong to it: the compiler does not always find
    /// them in the same order. Notes about other files (a declaration in an earlier cell or in the library) keep their
    /// text and lose their place.
    static func parse(_ output: String, file: String, firstLine: Int) -> [Message] {
        var messages: [Message] = []
        for line in output.split(separator: "\n", omittingEmptySubsequences: true) {
            guard let match = line.wholeMatch(of: /(.+?):(?:(\d+):(\d+):)? (error|warning|note): (.*)/) else {
                continue
            }
            let severity: Diagnostic.Severity =
                switch match.4 {
                case "error": .error
                case "warning": .warning
                default: .note
                }
            let here = match.1 == file
            let message = Message(
                severity: severity, text: withoutGroup(String(match.5)),
                line: here ? match.2.flatMap { Int($0) }.map { $0 - firstLine + 1 } : nil,
                column: here ? match.3.flatMap { Int($0) } : nil)
            if !messages.contains(message) { messages.append(message) }
        }
        return messages.ordered()
    }

    /// `text` without the name of the diagnostic's group that newer compilers append, as in
    /// `… [#DeprecatedDeclaration]`.
    private static func withoutGroup(_ text: String) -> String {
        text.replacing(/\ \[#[A-Za-z-]+\]$/, with: "")
    }
}

extension [CompilerMessages.Message] {
    /// In the order of their places, notes behind what they belong to. What has no place comes first.
    fileprivate func ordered() -> Self {
        var groups: [Self] = []
        for message in self {
            if message.severity == .note, !groups.isEmpty {
                groups[groups.count - 1].append(message)
            } else {
                groups.append([message])
            }
        }
        func place(_ group: Self) -> (Int, Int, String) { (group[0].line ?? 0, group[0].column ?? 0, group[0].text) }
        return groups.sorted { place($0) < place($1) }.flatMap(\.self)
    }

    /// Without warnings, and their notes, about text that is not the cell's: that the call which shows a value is never
    /// reached, say, because the value's expression ends the program.
    func withoutWarnings(aboutAdditionsOf source: CellSource) -> Self {
        var isLeftOut = false
        return filter { message in
            if message.severity != .note {
                isLeftOut =
                    message.severity == .warning
                    && source.isAdded(line: message.line ?? 0, column: message.column ?? 0)
            }
            return !isLeftOut
        }
    }
}
