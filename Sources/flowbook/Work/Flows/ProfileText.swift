import Traffic

/// What the program says of profiles and their columns.
enum ProfileText {
    /// A line or more for each profile, for the help.
    static var summaries: String {
        let width = ProfileChoice.names.map(\.count).max() ?? 0
        return ProfileChoice.all.map { profile in
            let lines = TextLines.wrapped(profile.summary, width: 100 - width)
            let head = "  " + profile.name + String(repeating: " ", count: width - profile.name.count + 3)
            let margin = "\n" + String(repeating: " ", count: width + 5)
            return head + lines.joined(separator: margin)
        }.joined(separator: "\n")
    }

    /// Prints the document of all profiles.
    static func describe(_ console: Console) throws -> ExitCode {
        try console.output.write(ProfileDocument.markdown)
        return .success
    }
}

extension ProfileChoice {
    /// Prints a line for each column: its name, its unit and what it means.
    func listColumns(_ console: Console) throws -> ExitCode {
        let (names, units) = (columns.map(\.name.count).max() ?? 0, columns.map(\.unit.count).max() ?? 0)
        for column in columns {
            let head = column.name.padded(to: names) + "  " + column.unit.padded(to: units) + "  "
            let room = max(30, (console.output.columns ?? 120) - head.count - 1)
            let lines = TextLines.wrapped(column.meaning, width: room)
            let margin = "\n" + String(repeating: " ", count: head.count)
            try console.hand(head + lines.joined(separator: margin))
        }
        return .success
    }
}

/// Texts in lines.
enum TextLines {
    /// The words of a text in lines of at most `width` characters, where no word is longer.
    static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let line = lines.last, line.count + 1 + word.count <= width {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

extension String {
    /// The text with spaces after it, up to `width` characters.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// The text with spaces before it, up to `width` characters.
    func aligned(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
