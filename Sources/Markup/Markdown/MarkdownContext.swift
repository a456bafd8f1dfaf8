/// What a Markdown text needs to know about the page it is written into.
public struct MarkdownContext: Sendable {
    /// What an address means on this page.
    public enum Meaning: Hashable, Sendable {
        /// An address like any other.
        case ordinary
        /// A place among the notebooks: where it is, and what to call it where the link has no text.
        case place(address: String, label: String)
        /// A place that does not exist, with the reason.
        case unknown(String)
    }

    /// How many levels lower each heading stands than it is written.
    public var headingShift: Int
    /// What every anchor of the notebook begins with.
    public var anchorPrefix: String
    /// How many footnotes the texts before this one have; those of this text count on.
    public var notesBefore: Int
    /// Sets the formulas.
    public var formulas: FormulaRenderer
    /// Tells what the address of a link means.
    public var meaning: @Sendable (String) -> Meaning

    /// A place on a page.
    public init(
        headingShift: Int = 0, anchorPrefix: String = "", notesBefore: Int = 0, formulas: FormulaRenderer,
        meaning: @escaping @Sendable (String) -> Meaning = { _ in .ordinary }
    ) {
        self.headingShift = headingShift
        self.anchorPrefix = anchorPrefix
        self.notesBefore = notesBefore
        self.formulas = formulas
        self.meaning = meaning
    }
}
