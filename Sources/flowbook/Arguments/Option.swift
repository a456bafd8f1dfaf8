/// One option of a command: how it is written, and how its texts become a value.
///
///     static let output = Option.text("output", short: "o", value: "DIR", help: "where the pages go")
///     arguments.value(output)      // "pages" after `--output pages`, nil without
struct Option<Value: Sendable>: Sendable {
    let form: OptionForm
    /// Makes the value of the texts given, in their order; none means that the option was left out.
    let read: @Sendable ([String]) throws(UsageError) -> Value
}

/// How an option is written and explained, without the type of its value.
struct OptionForm: Hashable, Sendable {
    /// Without the dashes.
    let name: String
    let short: Character?
    /// What stands for the value in the help; nil for an option that takes none.
    let placeholder: String?
    let help: String

    var takesValue: Bool { placeholder != nil }

    /// The option as a person writes it: `--output`.
    var spelling: String { "--" + name }
}

extension Option where Value == Bool {
    /// An option without a value.
    static func flag(_ name: String, short: Character? = nil, help: String) -> Self {
        Self(form: OptionForm(name: name, short: short, placeholder: nil, help: help)) { !$0.isEmpty }
    }
}

extension Option where Value == String? {
    /// An option with any text; the last one counts.
    static func text(_ name: String, short: Character? = nil, value: String, help: String) -> Self {
        Self(form: OptionForm(name: name, short: short, placeholder: value, help: help)) { $0.last }
    }
}

extension Option where Value == Double? {
    /// An option with a number of seconds above zero; the last one counts.
    static func seconds(_ name: String, help: String) -> Self {
        let form = OptionForm(name: name, short: nil, placeholder: "S", help: help)
        return Self(form: form) { texts throws(UsageError) in
            guard let text = texts.last else { return nil }
            guard let seconds = Double(text), seconds.isFinite, seconds > 0 else {
                throw .invalidValue(option: form.spelling, text: text, expected: "a number of seconds above 0")
            }
            return seconds
        }
    }
}

extension Option where Value == [String: String] {
    /// An option that may be repeated, each time with `NAME=VALUE` for another name.
    static func assignments(_ name: String, help: String) -> Self {
        let form = OptionForm(name: name, short: nil, placeholder: "NAME=VALUE", help: help)
        return Self(form: form) { texts throws(UsageError) in
            var values: [String: String] = [:]
            for text in texts {
                guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
                    throw .invalidValue(option: form.spelling, text: text, expected: "NAME=VALUE")
                }
                let key = String(text[..<sign])
                guard values.updateValue(String(text[text.index(after: sign)...]), forKey: key) == nil else {
                    throw .repeatedName(option: form.spelling, name: key)
                }
            }
            return values
        }
    }
}
