/// One cell of a generated notebook.
struct TrialCell: Hashable {
    var id: String
    var isProse = false
    /// As they stand on the marker, by name.
    var options: [String: String] = [:]
    var body: String

    var text: String {
        let settings = options.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "// %%\(isProse ? " [markdown]" : "") id=\"\(id)\"\(settings)\n\(body)\n\n"
    }
}

/// Everything that a page of a generated notebook depends on.
struct World: Hashable {
    var cells: [TrialCell]
    /// The content of `inputs/data.txt`; nil when there is no such file.
    var data: String? = "one two three\n"
    /// The names of further files in `inputs`.
    var others: Set<String> = []
    /// The environment variable `TRIAL`.
    var variable: String?

    var text: String { cells.map(\.text).joined() }

    /// The files, the variable and the notebook, for messages.
    var account: String {
        """
        inputs/data.txt: \(data.map { "\"\($0)\"" } ?? "missing"), others: \(others.sorted()), TRIAL: \(variable ?? "unset")
        \(text)
        """
    }
}

/// What kind of thing a name in a generated notebook is.
enum NameKind: CaseIterable {
    case constant, variable, list, function, action, structure, instance, object, counter, member, pointer, text
}

/// A name that a cell declares.
struct DeclaredName: Hashable {
    var kind: NameKind
    var name: String

    /// The names that a cell's text declares, told by their first letters, so that edits need no record of them.
    static func all(in cells: some Sequence<TrialCell>) -> [DeclaredName] {
        let words = Set(cells.flatMap { $0.body.split { !$0.isLetter && !$0.isNumber } })
        return words.sorted().compactMap { word in
            guard let letter = word.first, word.dropFirst().allSatisfy(\.isNumber), word.count > 1 else { return nil }
            return letters[letter].map { DeclaredName(kind: $0, name: String(word)) }
        }
    }

    static let letters: [Character: NameKind] = [
        "c": .constant, "v": .variable, "l": .list, "f": .function, "a": .action, "S": .structure, "s": .instance,
        "o": .object, "T": .counter, "m": .member, "p": .pointer, "t": .text,
    ]

    static func letter(_ kind: NameKind) -> String {
        letters.first { $0.value == kind }.map { String($0.key) } ?? "x"
    }
}
