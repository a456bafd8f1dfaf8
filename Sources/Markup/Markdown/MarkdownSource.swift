/// A Markdown text with the values that were computed for it.
public struct MarkdownSource: Hashable, Sendable {
    /// A piece of the text.
    public enum Piece: Hashable, Sendable {
        /// Markdown as written.
        case markdown(String)
        /// A computed value: text, whatever characters it has, which never changes the structure around it.
        case value(String)
    }

    /// The pieces in order.
    public var pieces: [Piece]

    /// A text in pieces.
    public init(_ pieces: [Piece]) { self.pieces = pieces }

    /// A text without values.
    public init(_ markdown: String) { pieces = [.markdown(markdown)] }
}

/// What stands in the text in the place of a character that Markdown must not look into.
///
/// Values and formulas are taken out before Markdown is read and put back into its result, each held by one character
/// of the private planes (U+F0000 and above). Markdown takes such a character for a letter, so emphasis, links and
/// table cells around it work. Code restores what was written.
struct Placeholders: Hashable, Sendable {
    enum Held: Hashable, Sendable {
        case value(String)
        case formula(Formula)
    }

    private(set) var held: [Held] = []

    private static let first: UInt32 = 0xF0000
    private static let last: UInt32 = 0x10FFFD

    /// The character that stands for `item`; the replacement character once there are more than 131,000.
    mutating func hold(_ item: Held) -> Unicode.Scalar {
        let code = Self.first + UInt32(held.count)
        guard code <= Self.last, let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
        held.append(item)
        return scalar
    }

    /// Whether a text may not have this character of its own.
    static func isReserved(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= first }

    /// What a character stands for, if it stands for anything.
    func item(for scalar: Unicode.Scalar) -> Held? {
        guard Self.isReserved(scalar) else { return nil }
        let index = Int(scalar.value - Self.first)
        return held.indices.contains(index) ? held[index] : nil
    }

    /// The text with everything back in its place as it was written.
    func restored(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: Self.isReserved) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            switch item(for: scalar) {
            case .value(let value): result += value
            case .formula(let formula): result += formula.isDisplayed ? "$$\(formula.tex)$$" : "$\(formula.tex)$"
            case nil: result.unicodeScalars.append(scalar)
            }
        }
    }
}
