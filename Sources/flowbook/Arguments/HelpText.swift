/// Writes the help of the program and of each command from their tables.
enum HelpText {
    /// The help of the whole program.
    static func program(_ commands: [CommandUsage]) -> String {
        let rows = commands.map { Row(left: line(of: $0), right: $0.summary) }
        return """
            Flowbook renders literate notebooks about network traffic.

            Usage: flowbook COMMAND [OPTION…]

            Commands:
            \(table(rows))

            Every command explains itself with --help; flowbook --version prints the version.
            Exit status: 0 fine, 1 a notebook or check failed, 2 wrong usage, 3 an input could not be read.

            Example:
              flowbook render   render every notebook of this folder to output/index.html

            """
    }

    /// The help of one command.
    static func command(_ usage: CommandUsage) -> String {
        let examples = usage.examples.map { Row(left: $0.line, right: $0.meaning) }
        return """
            \(usage.summary)

            Usage: flowbook \(line(of: usage)) [OPTION…]

            \((options(of: usage) + usage.notes).joined(separator: "\n\n"))

            \(examples.count == 1 ? "Example" : "Examples"):
            \(table(examples))

            """
    }
}

extension HelpText {
    private struct Row {
        let left: String
        let right: String
    }

    private static func line(of usage: CommandUsage) -> String {
        usage.operands.placeholder.isEmpty ? usage.name : "\(usage.name) \(usage.operands.placeholder)"
    }

    /// A paragraph for each group of options, in columns of one width.
    private static func options(of usage: CommandUsage) -> [String] {
        let help = Row(left: "    --help", right: "this text")
        let groups = usage.groups.map { $0.options.map { Row(left: spelling(of: $0), right: $0.help) } }
        let width = (groups.flatMap { $0 } + [help]).map(\.left.count).max() ?? 0
        return zip(usage.groups, groups).enumerated().map { place, group in
            let rows = group.1 + (place == groups.count - 1 ? [help] : [])
            return "\(group.0.title):\n\(table(rows, width: width))"
        }
    }

    private static func spelling(of option: OptionForm) -> String {
        let short = option.short.map { "-\($0), " } ?? "    "
        return short + option.spelling + (option.placeholder.map { " " + $0 } ?? "")
    }

    private static func table(_ rows: [Row], width: Int? = nil) -> String {
        let width = width ?? rows.map(\.left.count).max() ?? 0
        return rows.map { row in
            "  " + row.left + String(repeating: " ", count: width - row.left.count + 3) + row.right
        }.joined(separator: "\n")
    }
}
