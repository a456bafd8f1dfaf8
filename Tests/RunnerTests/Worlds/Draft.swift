import TestSupport

/// A cell being written: random choices, and the names that it can use.
struct Draft {
    var generator: SplitMix
    /// The names of the cells before.
    var names: [DeclaredName]
    /// What the cells before say.
    private let before: String
    /// The number of the last name made.
    var last: Int

    init(generator: SplitMix, after cells: some Sequence<TrialCell>, last: Int) {
        (self.generator, self.last) = (generator, last)
        names = DeclaredName.all(in: cells)
        before = cells.map(\.body).joined(separator: "\n")
    }

    /// `text`, mostly only where the cells before lack `mark`: a second declaration is a mistake, and some are wanted.
    mutating func once(_ mark: String, _ text: String) -> String? {
        before.contains(mark) && !chance(5) ? nil : text
    }

    /// `text`, mostly only where the cells before have `mark`.
    mutating func after(_ mark: String, _ text: String) -> String? {
        before.contains(mark) || chance(5) ? text : nil
    }

    /// A name of one of these kinds, if there is any.
    mutating func pick(_ kinds: NameKind...) -> String? {
        names.filter { kinds.contains($0.kind) }.randomElement(using: &generator)?.name
    }

    /// A new name.
    mutating func new(_ kind: NameKind) -> String {
        last += 1
        return "\(DeclaredName.letter(kind))\(last)"
    }

    mutating func number() -> Int { Int.random(in: 2...99, using: &generator) }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    /// An expression of type `Int`.
    mutating func value() -> String {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0...2: pick(.variable) ?? "\(number())"
        case 3, 4: pick(.constant) ?? "\(number())"
        case 5: pick(.function).map { "\($0)(\(number()))" } ?? "\(number())"
        case 6: pick(.object).map { "\($0).value" } ?? "\(number())"
        case 7: pick(.list).map { "\($0).reduce(0, &+)" } ?? "\(number())"
        case 8: pick(.instance).map { "\($0).n" } ?? "\(number())"
        case 9: pick(.counter).map { "\($0).count" } ?? "\(number())"
        case 10: pick(.member).map { "\(number()).\($0)" } ?? "\(number())"
        default: "(\(pick(.constant, .variable) ?? "1") &* \(number()))"
        }
    }
}
