/// A notebook's name in its parts: `01-entropy` has the number 1 and the subject `entropy`.
struct NotebookName: Hashable, Sendable {
    let number: Int?
    let subject: String

    init(_ name: String) {
        let digits = name.prefix { $0.isASCII && $0.isNumber }
        let rest = name.dropFirst(digits.count)
        if rest.hasPrefix("-"), rest.count > 1, let number = Int(digits) {
            self.number = number
            subject = String(rest.dropFirst())
        } else {
            number = nil
            subject = name
        }
    }

    init(number: Int?, subject: String) {
        self.number = number
        self.subject = subject
    }

    /// The name as the file carries it, the number in two digits at least.
    var text: String {
        guard let number else { return subject }
        return (number < 10 ? "0" : "") + "\(number)-\(subject)"
    }

    /// The subject as a heading: `port-scans` becomes `Port scans`.
    var title: String {
        let words = subject.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Whether the subject is made of letters, digits, dashes and underscores, and begins with a letter.
    ///
    /// Such a name is a file name everywhere, needs no quoting in a shell, and stands in a link as it is.
    var isPlain: Bool {
        guard let first = subject.first, first.isASCII, first.isLetter else { return false }
        return subject.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }
}
