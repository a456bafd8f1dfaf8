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
    /// What the anchors of the footnotes begin with besides, unique for each text of a page.
    public var footnotePrefix: String
    /// Sets the formulas.
    public var formulas: FormulaRenderer
    /// Tells what the address of a link means.
    public var meaning: @Sendable (String) -> Meaning

    /// A place on a page.
    public init(
        headingShift: Int = 0, anchorPrefix: String = "", footnotePrefix: String = "", formulas: FormulaRenderer,
        meaning: @escaping @Sendable (String) -> Meaning = { _ in .ordinary }
    ) {
        self.headingShift = headingShift
        self.anchorPrefix = anchorPrefix
        self.footnotePrefix = footnotePrefix
        self.formulas = formulas
        self.meaning = meaning
    }
}
