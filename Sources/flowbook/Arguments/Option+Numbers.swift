import Notebook

extension Option where Value == Int? {
    /// An option with a whole number within a range; the last one counts.
    static func whole(
        _ name: String, short: Character? = nil, value: String = "N", in range: ClosedRange<Int>, help: String
    ) -> Self {
        let form = OptionForm(name: name, short: short, placeholder: value, help: help)
        return Self(form: form) { texts throws(UsageError) in
            guard let text = texts.last else { return nil }
            guard let number = Int(text), range.contains(number) else {
                let limit = range.upperBound == .max ? "" : " to \(range.upperBound)"
                throw .invalidValue(
                    option: form.spelling, text: text, expected: "a whole number from \(range.lowerBound)\(limit)")
            }
            return number
        }
    }
}

extension Option where Value == TimeLimit? {
    /// An option with a length of time, or `off`; the last one counts.
    static func limit(_ name: String, help: String) -> Self {
        let form = OptionForm(name: name, short: nil, placeholder: "TIME", help: help)
        return Self(form: form) { texts throws(UsageError) in
            guard let text = texts.last else { return nil }
            guard let limit = TimeLimit(text) else {
                throw .invalidValue(
                    option: form.spelling, text: text,
                    expected: "a time above 0 such as 90, 500ms, 2m or 1h (seconds, if no unit is named), or off,")
            }
            return limit
        }
    }
}

extension Option where Value == String? {
    /// An option with one of a few words; the last one counts.
    static func word(
        _ name: String, short: Character? = nil, value: String, among words: [String], help: String
    ) -> Self {
        let form = OptionForm(name: name, short: short, placeholder: value, help: help)
        return Self(form: form) { texts throws(UsageError) in
            guard let text = texts.last else { return nil }
            guard words.contains(text) else { throw .noSuchWord(text, of: words, option: form.spelling) }
            return text
        }
    }
}

extension Option where Value == [String] {
    /// An option with words between commas; given several times, the words are joined.
    static func list(_ name: String, value: String, help: String) -> Self {
        let form = OptionForm(name: name, short: nil, placeholder: value, help: help)
        return Self(form: form) { texts throws(UsageError) in
            for text in texts where names(in: text).contains("") {
                throw .invalidValue(
                    option: form.spelling, text: text, expected: "a list of names with commas between them")
            }
            return texts.flatMap(names)
        }
    }
}

/// The names between the commas of a text.
private func names(in text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map { String($0.trimmingPrefix { $0 == " " }) }
}

extension UsageError {
    /// A word that is none of those that count.
    static func noSuchWord(_ text: String, of words: [String], option: String) -> UsageError {
        .invalidValue(
            option: option, text: text, expected: "one of \(words.joined(separator: ", "))",
            nearest: Suggestion.nearest(to: text, among: words))
    }
}
