import Notebook

/// Something wrong with a notebook.
struct Finding: Hashable, Sendable {
    /// What is wrong.
    enum Kind: String, Hashable, Sendable {
        /// A cell failed that should not.
        case failed
        /// A cell is marked as failing and did not fail.
        case succeeded
        /// The person stopped the run before the cell ended.
        case interrupted
        /// A plot could not be drawn.
        case plot
        /// A link, a formula or a picture of the page came to nothing.
        case page
        /// Two runs gave different pages.
        case differs
        /// Another run may give another page: the cell reads the clock, say.
        case doubtful
    }

    let kind: Kind
    let cell: String
    let line: Int
    let message: String
    let remedy: String?

    init(_ kind: Kind, _ cell: Cell, line: Int? = nil, _ message: String, try remedy: String? = nil) {
        (self.kind, self.cell, self.message, self.remedy) = (kind, cell.id, message, remedy)
        self.line = line ?? cell.markerLine
    }

    /// One line, in a form that editors and terminals open on a click: `PATH:LINE: cell ID: MESSAGE; REMEDY`.
    func text(path: String) -> String {
        "\(path):\(line): cell \(cell): \(message)" + (remedy.map { "; \($0)" } ?? "")
    }

    var json: JSON {
        .object([
            "kind": .string(kind.rawValue), "cell": .string(cell), "line": .integer(line), "message": .string(message),
            "remedy": JSON(remedy),
        ])
    }
}
