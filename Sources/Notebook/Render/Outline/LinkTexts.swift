/// What the page writes for the links without a text in a notebook's prose, for those who show the prose elsewhere.
package struct LinkTexts: Sendable {
    private let anchors: [String: String]

    /// The texts of the links within a notebook all of whose cells were asked for.
    /// - Complexity: O(*n*) in the size of the notebook and its results.
    package init(of run: NotebookRun, named name: String, text: String) {
        let cells = run.reports.map { WovenCell(cell: $0.cell, result: $0.result) }
        anchors = NotebookOutline(WovenNotebook(name: name, text: text, cells: cells)).anchors
    }

    /// Fills in nothing: a part of a notebook does not tell the numbers of its tables and figures.
    package init() { anchors = [:] }

    /// The text with `Figure 3` in the place of `[](#fig:ID)`; links that lead elsewhere stay as they are written.
    package func filled(in text: String) -> String {
        text.replacing(/\[\]\(#([^\s()]+)\)/) { link in anchors[String(link.1)] ?? String(link.0) }
    }
}
