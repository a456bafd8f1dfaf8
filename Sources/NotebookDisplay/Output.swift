/// One thing a cell shows, as a value: what it is, never how it looks.
///
/// A cell produces outputs in order, with `show(_:)` or by ending in an expression. They travel from the kernel to the
/// runner as frames, are stored by content key, and only the page decides on their looks.
public enum Output: Hashable, Sendable {
    /// The plain description of a value.
    case text(String)
    /// Rows and columns with units and formats.
    case table(Table)
    /// One or more panels of series.
    case plot(Plot)
    /// A short list of named values.
    case summary(Summary)
    /// GitHub-flavoured Markdown.
    case markdown(String)
    /// A displayed formula in TeX notation.
    case formula(String)
    /// Markup taken as it is; the author vouches for it.
    case html(String)
    /// An encoded picture.
    case image(Picture)
}

/// A value that knows what it looks like in a notebook.
public protocol Displayable {
    /// What to show for this value.
    var output: Output { get }
}
