/// A command line taken apart: the operands, and the texts given to each option.
struct ParsedArguments: Hashable, Sendable {
    var operands: [String] = []
    /// The texts by the option's long name, in order; a flag adds an empty text.
    var given: [String: [String]] = [:]

    /// The value of an option, checked.
    /// - Throws: ``UsageError`` where a text does not fit the option.
    func value<Value>(_ option: Option<Value>) throws(UsageError) -> Value {
        try option.read(given[option.form.name] ?? [])
    }
}
