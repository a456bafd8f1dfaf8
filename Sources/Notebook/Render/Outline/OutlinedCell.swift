import Markup
import NotebookDisplay

/// A cell with its prose read and its tables and figures numbered.
struct OutlinedCell {
    /// The number, anchor and caption of a table or a figure.
    struct Label: Hashable {
        enum Kind: String { case figure = "Figure", table = "Table" }

        var kind: Kind
        /// The number of the notebook, where several stand on the page.
        var notebook: Int?
        /// Counts from 1 in the notebook, figures and tables apart.
        var number: Int
        /// `fig:ID` for the first figure of a cell, `fig:ID.2` for the second; likewise `tab:`.
        var anchor: String
        var caption: String?

        /// `Figure 3`; `Figure 1.3` where notebooks have numbers.
        var name: String { "\(kind.rawValue) \(notebook.map { "\($0)." } ?? "")\(number)" }
    }

    /// One output in its place.
    enum Content {
        case stream(Item.Stream, String)
        case text(String)
        case table(Table, Label)
        case plot(WovenPlot, Label)
        case image(Picture, Label)
        case bytes(ByteMap, Label)
        case summary(Summary)
        case prose(MarkdownDocument)
        case formula(String)
        case html(String)
        case cut(String)

        /// The same with the number of its notebook in its label.
        func numbered(_ notebook: Int) -> Content {
            switch self {
            case .table(let table, let label): .table(table, label.numbered(notebook))
            case .plot(let plot, let label): .plot(plot, label.numbered(notebook))
            case .image(let picture, let label): .image(picture, label.numbered(notebook))
            case .bytes(let map, let label): .bytes(map, label.numbered(notebook))
            case .stream, .text, .summary, .prose, .formula, .html, .cut: self
            }
        }
    }

    var woven: WovenCell
    /// The title of the notebook, where its first cell begins with it.
    var title: MarkdownDocument?
    /// The text of a markdown cell, without the title.
    var prose: MarkdownDocument?
    /// What the cell shows; nothing where its output is hidden.
    var contents: [Content] = []

    var cell: Cell { woven.cell }

    /// What to call the cell in a link or a list.
    var name: String { cell.title ?? headings.first?.text ?? "cell \(cell.id)" }

    /// Whether the reader sees the code.
    var showsCode: Bool {
        cell.kind != .markdown && (cell.options.hide == .nothing || cell.options.hide == .output)
    }

    /// Whether the reader sees the outputs.
    var showsOutput: Bool { cell.options.hide == .nothing || cell.options.hide == .code }

    /// Whether the cell failed or did not run.
    var isFaulty: Bool { woven.result.map { $0.status != .succeeded } ?? false }

    /// Whether the page has a place for the cell at all. A cell that went wrong always has one.
    var isShown: Bool { cell.options.hide != .all || isFaulty }

    /// All headings of the cell in order.
    var headings: [MarkdownDocument.Heading] {
        var headings = (title?.headings ?? []) + (prose?.headings ?? [])
        for case .prose(let document) in contents { headings += document.headings }
        return headings
    }

    /// The labels of the cell's tables and figures.
    var labels: [Label] {
        contents.compactMap { content in
            switch content {
            case .table(_, let label), .plot(_, let label), .image(_, let label), .bytes(_, let label): label
            default: nil
            }
        }
    }
}

private extension OutlinedCell.Label {
    func numbered(_ notebook: Int) -> Self {
        var label = self
        label.notebook = notebook
        return label
    }
}
