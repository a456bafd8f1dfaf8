/// A finished page.
public struct Page: Hashable, Sendable {
    /// The name of its file, such as `01-entropy.html`.
    public var fileName: String
    /// The whole file.
    public var markup: String
    /// Links, formulas and pictures of the prose that came to nothing; each is also seen on the page.
    public var problems: [PageProblem]
}

/// Something in the text of a cell that the page cannot show as meant.
public struct PageProblem: Hashable, Sendable, CustomStringConvertible {
    /// The name of the notebook, without its extension.
    public var notebook: String
    /// The id of the cell.
    public var cell: String
    /// The line of the notebook on which the cell's text begins.
    public var line: Int
    /// What is wrong, and what to do.
    public var message: String

    /// `01-entropy.swift:12: cell ports: link to "#prots": …`.
    public var description: String { "\(notebook).swift:\(line): cell \(cell): \(message)" }
}
