import Notebook

/// Takes a command line apart by the command's table of options.
///
/// The forms are GNU's: `--output DIR`, `--output=DIR`, `-o DIR`, `-oDIR`, flags together as in `-ab`, options and
/// operands in any order, `--` before operands that begin with a dash. Written here and not with `getopt_long`, which
/// keeps its place in C globals, knows no near names, and takes abbreviations that break when an option is added.
struct ArgumentParser {
    let usage: CommandUsage
    private var waiting: ArraySlice<String>
    private var parsed = ParsedArguments()

    /// The operands and options of `words`, the words after the command's name.
    static func parse(_ words: [String], for usage: CommandUsage) throws(UsageError) -> ParsedArguments {
        var parser = ArgumentParser(usage: usage, words: words)
        return try parser.run()
    }

    private init(usage: CommandUsage, words: [String]) {
        self.usage = usage
        waiting = words[...]
    }
}

extension ArgumentParser {
    private mutating func run() throws(UsageError) -> ParsedArguments {
        while let word = waiting.popFirst() {
            if word == "--" {
                parsed.operands += waiting
                waiting = []
            } else if word.hasPrefix("--") {
                try takeLong(word.dropFirst(2))
            } else if word.hasPrefix("-"), word.count > 1 {
                try takeShort(word.dropFirst())
            } else {
                parsed.operands.append(word)
            }
        }
        try checkOperands()
        return parsed
    }

    private mutating func takeLong(_ word: Substring) throws(UsageError) {
        let sign = word.firstIndex(of: "=")
        let name = word[..<(sign ?? word.endIndex)]
        let attached = sign.map { String(word[word.index(after: $0)...]) }
        guard let option = usage.option(long: name) else {
            throw .unknownOption("--" + name, command: usage.name, nearest: nearest(name))
        }
        if option.takesValue {
            try record(value(attached, of: option), for: option)
        } else if let attached {
            throw .unexpectedValue(option: option.spelling, text: attached)
        } else {
            record("", for: option)
        }
    }

    private mutating func takeShort(_ letters: Substring) throws(UsageError) {
        var letters = letters
        while let letter = letters.popFirst() {
            guard let option = usage.option(short: letter) else {
                throw .unknownOption("-\(letter)", command: usage.name, nearest: nil)
            }
            guard option.takesValue else {
                record("", for: option)
                continue
            }
            return try record(value(letters.isEmpty ? nil : String(letters), of: option), for: option)
        }
    }

    /// The text attached to the option, else the next word.
    private mutating func value(_ attached: String?, of option: OptionForm) throws(UsageError) -> String {
        if let attached { return attached }
        guard let value = waiting.first, !value.hasPrefix("--") else {
            throw .missingValue(option: option.spelling, placeholder: option.placeholder ?? "")
        }
        waiting.removeFirst()
        return value
    }

    private mutating func record(_ text: String, for option: OptionForm) {
        parsed.given[option.name, default: []].append(text)
    }

    private func nearest(_ name: Substring) -> String? {
        Suggestion.nearest(to: String(name), among: usage.options.map(\.name)).map { "--" + $0 }
    }

    private func checkOperands() throws(UsageError) {
        if parsed.operands.count < usage.operands.allowed.lowerBound {
            throw .missingOperand(usage.operands.placeholder, command: usage.name)
        }
        if parsed.operands.count > usage.operands.allowed.upperBound {
            throw .unexpectedOperand(parsed.operands[usage.operands.allowed.upperBound], command: usage.name)
        }
    }
}
