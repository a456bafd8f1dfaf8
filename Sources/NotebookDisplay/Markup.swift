/// GitHub-flavoured Markdown, shown as prose.
public struct Markdown: Hashable, Sendable, Displayable {
    public var text: String

    /// Markdown as it would stand in a markdown cell; raw HTML in it is not passed on.
    public init(_ text: String) { self.text = text }

    public var output: Output { .markdown(text) }
}

/// A displayed formula in TeX notation: `Formula(#"H = -\sum_i p_i \log_2 p_i"#)`.
public struct Formula: Hashable, Sendable, Displayable {
    public var tex: String

    /// TeX without the surrounding dollars.
    public init(_ tex: String) { self.tex = tex }

    public var output: Output { .formula(tex) }
}

/// HTML taken as it is; the author vouches for it. Scripts in it do not run.
public struct RawHTML: Hashable, Sendable, Displayable {
    public var markup: String

    /// A fragment of a page.
    public init(_ markup: String) { self.markup = markup }

    public var output: Output { .html(markup) }
}
