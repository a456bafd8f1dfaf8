/// What a command is called and what may be written after its name: all that parsing and help need.
struct CommandUsage: Sendable {
    let name: String
    /// One line that says what the command does.
    let summary: String
    let operands: Operands
    /// The options, in the groups in which the help lists them.
    let groups: [OptionGroup]
    /// What else there is to know, a paragraph each.
    let notes: [String]
    let examples: [Example]

    init(
        name: String, summary: String, operands: Operands, groups: [OptionGroup], notes: [String] = [],
        examples: [Example]
    ) {
        (self.name, self.summary, self.operands) = (name, summary, operands)
        (self.groups, self.notes, self.examples) = (groups, notes, examples)
    }

    init(name: String, summary: String, operands: Operands, options: [OptionForm], examples: [Example]) {
        let group = OptionGroup("Options", options)
        self.init(name: name, summary: summary, operands: operands, groups: [group], examples: examples)
    }

    /// All options of the command.
    var options: [OptionForm] { groups.flatMap(\.options) }

    /// The words of a command that are not options.
    struct Operands: Hashable, Sendable {
        let placeholder: String
        let allowed: ClosedRange<Int>

        static let none = Operands(placeholder: "", allowed: 0...0)

        static func one(_ placeholder: String) -> Operands { Operands(placeholder: placeholder, allowed: 1...1) }

        static func optional(_ placeholder: String) -> Operands { Operands(placeholder: placeholder, allowed: 0...1) }

        static func any(_ placeholder: String) -> Operands {
            Operands(placeholder: "[\(placeholder)…]", allowed: 0...Int.max)
        }
    }

    /// Options that belong together.
    struct OptionGroup: Hashable, Sendable {
        let title: String
        let options: [OptionForm]

        init(_ title: String, _ options: [OptionForm]) {
            self.title = title
            self.options = options
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
