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
    /// Bytes with the fields they are made of.
    case bytes(ByteMap)
}

/// A value that knows what it looks like in a notebook.
public protocol Displayable {
    /// What to show for this value.
    var output: Output { get }
}

extension Output: Displayable {
    /// What the cell shows for it.
    public var output: Output { self }
}

extension Output {
    /// The output within the budgets that its own type does not keep: long texts are shortened, oversized markup and
    /// pictures give way to a sentence that names both sizes.
    var budgeted: Output {
        switch self {
        case .text(let text): .text(Self.withinBudget(text))
        case .markdown(let text): Self.orRefusal(self, "Markdown", text.utf8.count, Budget.markup)
        case .formula(let text): Self.orRefusal(self, "formula", text.utf8.count, Budget.markup)
        case .html(let text): Self.orRefusal(self, "HTML", text.utf8.count, Budget.markup)
        case .image(let picture): Self.orRefusal(self, "picture", picture.bytes.count, Budget.picture)
        case .table, .plot, .summary, .bytes: self
        }
    }

    private static func withinBudget(_ text: String) -> String {
        guard text.utf8.count > Budget.text else { return text }
        let kept = text.prefix(Budget.text)
        let surplus = text.count - kept.count
        guard surplus > 0 else { return text }
        return kept + "…\n[\(NumberFormat.integer.text(for: surplus)) more characters are not shown]"
    }

    private static func orRefusal(_ output: Output, _ what: String, _ size: Int, _ limit: Int) -> Output {
        guard size > limit else { return output }
        let (size, limit) = (NumberFormat.bytes.text(for: size), NumberFormat.bytes.text(for: limit))
        return .text("[\(what) not shown: \(size) exceed the budget of \(limit); make it smaller]")
    }
}
