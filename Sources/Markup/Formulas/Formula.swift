/// A formula in TeX notation, as written between dollar signs.
public struct Formula: Hashable, Sendable {
    /// The notation, without the dollar signs.
    public var tex: String
    /// Whether it stands on its own between paragraphs, with limits above and below.
    public var isDisplayed: Bool

    /// A formula in TeX notation.
    public init(tex: String, isDisplayed: Bool) {
        self.tex = tex
        self.isDisplayed = isDisplayed
    }
}

/// Why a formula cannot be set.
public struct FormulaError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The formula as written.
    public var tex: String
    /// What is wrong with it, in one line.
    public var reason: String

    /// A fault of a formula.
    public init(tex: String, reason: String) {
        self.tex = tex
        self.reason = reason
    }

    /// `formula "\foo": unrecognised command "\foo"`.
    public var description: String { "formula \"\(tex)\": \(reason)" }
}

/// Turns a formula into MathML markup; passed in, so that nothing here starts a program.
public typealias FormulaConverter = @Sendable (Formula) throws(FormulaError) -> String
