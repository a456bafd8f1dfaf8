/// A command line that asks for nothing we can do.
enum UsageError: Error, Hashable {
    case unknownCommand(String, nearest: String?)
    case unknownOption(String, command: String, nearest: String?)
    case missingValue(option: String, placeholder: String)
    case unexpectedValue(option: String, text: String)
    case invalidValue(option: String, text: String, expected: String, nearest: String? = nil)
    case repeatedName(option: String, name: String)
    case missingOperand(String, command: String)
    case missingOption(String, command: String)
    case unexpectedOperand(String, command: String)
    /// Two things were asked for of which only one can be done.
    case conflict(String, with: String, command: String)
    /// A file would be written that is also read, or written twice.
    case samePlace(String, as: String, option: String)
    /// A word is no UTF-8; it is given with replacement characters.
    case notText(String)
}

extension UsageError: ReportableError {
    var exitCode: ExitCode { .usage }

    var report: ErrorReport {
        switch self {
        case .unknownCommand(let name, let nearest):
            ErrorReport("unknown command", at: name, because: "there is no such command", try: meant(nearest) ?? help())
        case .unknownOption(let name, let command, let nearest):
            ErrorReport(
                "unknown option", at: name, because: "\(command) has no such option",
                try: meant(nearest) ?? help(command))
        case .missingValue(let option, let placeholder):
            ErrorReport("missing value", at: option, because: "nothing follows", try: "write \(option) \(placeholder)")
        case .unexpectedValue(let option, let text):
            ErrorReport("unexpected value", at: "\(option)=\(text)", because: "it takes none", try: "write \(option)")
        case .invalidValue(let option, let text, let expected, let nearest):
            ErrorReport(
                "invalid value", at: "\(option) \(text)", because: "\(expected) is expected", try: meant(nearest))
        case .repeatedName(let option, let name):
            ErrorReport("invalid value", at: option, because: "\(name) is given twice", try: "leave one of them out")
        case .missingOperand(let placeholder, let command):
            ErrorReport("missing operand", at: command, because: "\(placeholder) is expected", try: help(command))
        case .missingOption(let form, let command):
            ErrorReport("missing option", at: command, because: "\(form) is expected", try: help(command))
        case .unexpectedOperand(let text, let command):
            ErrorReport("unexpected operand", at: text, because: "\(command) takes no more", try: help(command))
        case .conflict(let one, let other, let command):
            ErrorReport(
                "conflicting options", at: "\(one) and \(other)", because: "only one of them can be done",
                try: help(command))
        case .samePlace(let path, let other, let option):
            ErrorReport(
                "conflicting options", at: path, because: "it is the same file as \(other), which it would replace",
                try: "name another file with \(option)")
        case .notText(let word):
            ErrorReport(
                "invalid value", at: word, because: "it is no UTF-8, and so no name that could be shown or found again",
                try: "rename the file, or read it from standard input")
        }
    }

    private func meant(_ nearest: String?) -> String? { nearest.map { "did you mean \($0)?" } }

    private func help(_ command: String = "flowbook") -> String {
        command == "flowbook" ? "see flowbook --help" : "see flowbook \(command) --help"
    }
}
