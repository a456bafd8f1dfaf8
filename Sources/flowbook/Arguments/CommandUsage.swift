/// What a command is called and what may be written after its name: all that parsing and help need.
struct CommandUsage: Sendable {
    let name: String
    /// One line that says what the command does.
    let summary: String
    let operands: Operands
    let options: [OptionForm]
    let examples: [Example]

    /// The words of a command that are not options.
    struct Operands: Hashable, Sendable {
        let placeholder: String
        let allowed: ClosedRange<Int>

        static let none = Operands(placeholder: "", allowed: 0...0)

        static func one(_ placeholder: String) -> Operands { Operands(placeholder: placeholder, allowed: 1...1) }

        static func any(_ placeholder: String) -> Operands {
            Operands(placeholder: "[\(placeholder)…]", allowed: 0...Int.max)
        }
    }

    /// A command line and what it does.
    struct Example: Hashable, Sendable {
        let line: String
        let meaning: String
    }
}

extension CommandUsage {
    /// The option written as `name` without its dashes, long or short.
    func option(long name: Substring) -> OptionForm? { options.first { $0.name == name } }

    func option(short letter: Character) -> OptionForm? { options.first { $0.short == letter } }
}
