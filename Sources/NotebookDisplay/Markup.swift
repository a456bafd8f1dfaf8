/// GitHub-flavoured Markdown, shown as prose.
public struct Markdown: Hashable, Sendable, Displayable {
    /// The Markdown source.
    public var text: String

    /// Markdown as it would stand in a markdown cell; raw HTML in it is not passed on.
    public init(_ text: String) { self.text = text }

    /// What the cell shows for it.
    public var output: Output { .markdown(text) }
}

/// A displayed formula in TeX notation: `Formula(#"H = -\sum_i p_i \log_2 p_i"#)`.
public struct Formula: Hashable, Sendable, Displayable {
    /// The TeX source, without dollars.
    public var tex: String

    /// TeX without the surrounding dollars.
    public init(_ tex: String) { self.tex = tex }

    /// What the cell shows for it.
    public var output: Output { .formula(tex) }
}

/// HTML taken as it is; the author vouches for it. Scripts in it do not run.
public struct RawHTML: Hashable, Sendable, Displayable {
    /// The HTML source.
    public var markup: String

    /// A fragment of a page.
    public init(_ markup: String) { self.markup = markup }

    /// What the cell shows for it.
    public var output: Output { .html(markup) }
}
