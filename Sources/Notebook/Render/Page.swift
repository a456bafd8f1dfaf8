/// A finished page.
package struct Page: Hashable, Sendable {
    /// The name of its file, such as `01-entropy.html`.
    package var fileName: String
    /// The whole file.
    package var markup: String
    /// Links, formulas and pictures of the prose that came to nothing; each is also seen on the page.
    package var problems: [PageProblem]
}

/// Something in the text of a cell that the page cannot show as meant.
package struct PageProblem: Hashable, Sendable, CustomStringConvertible {
    /// The name of the notebook, without its extension.
    package var notebook: String
    /// The id of the cell.
    package var cell: String
    /// The line of the notebook on which the cell's text begins.
    package var line: Int
    /// What is wrong, and what to do.
    package var message: String

    /// `01-entropy.swift:12: cell ports: link to "#prots": …`.
    package var description: String { "\(notebook).swift:\(line): cell \(cell): \(message)" }
}
