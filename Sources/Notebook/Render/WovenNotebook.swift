/// A notebook with everything its page shows: the text, and what came of each cell.
package struct WovenNotebook: Sendable {
    /// The file's name without its extension, such as `01-entropy`; the page is named after it.
    package var name: String
    /// The whole text of the file, from which diagnostics quote.
    package var text: String
    /// All cells in order.
    package var cells: [WovenCell]

    /// A notebook ready to be shown.
    package init(name: String, text: String, cells: [WovenCell]) {
        self.name = name
        self.text = text
        self.cells = cells
    }

    /// A file that could not be read as a notebook; what is shown of it is why.
    package init(name: String, text: String, unreadableBecause message: String, at place: SourcePlace?) {
        let cell = Cell(
            id: "unreadable", title: nil, kind: .code, options: CellOptions(hide: .code), markerLine: 1, line: 1,
            source: "", prose: [])
        let failure = Failure(
            message: message, remedy: nil, line: place?.line, column: place?.column, diagnostics: [])
        self.init(name: name, text: text, cells: [WovenCell(cell: cell, result: CellResult(.failed(failure)))])
    }
}

/// A cell with what came of it.
package struct WovenCell: Sendable {
    /// The cell as it stands in the text.
    package var cell: Cell
    /// Nil for prose without values, and for a cell that was not asked for.
    package var result: CellResult?
    /// The pictures of the result's plots, in their order.
    package var plots: [WovenPlot]
    /// How the cell ran; a page that has it is not the same on every run, so leave it out unless it was asked for.
    package var timing: CellTiming?

    /// A cell ready to be shown.
    package init(cell: Cell, result: CellResult?, plots: [WovenPlot] = [], timing: CellTiming? = nil) {
        self.cell = cell
        self.result = result
        self.plots = plots
        self.timing = timing
    }
}

extension WovenCell {
    /// Whether a page shows the same of both, down to the bits of every number.
    package func shows(sameAs other: WovenCell) -> Bool {
        cell == other.cell && result?.bytes == other.result?.bytes && plots == other.plots
    }
}

/// What came of drawing a plot.
package enum WovenPlot: Hashable, Sendable {
    case drawn(RenderedPlot)
    /// The message of the program that should have drawn it.
    case failed(String)
}

/// How a cell ran.
package struct CellTiming: Hashable, Sendable {
    /// Whether the result was taken from the store.
    package var isReused: Bool
    /// What the run that gave the result cost.
    package var usage: Usage

    /// How a cell ran.
    package init(isReused: Bool, usage: Usage) {
        self.isReused = isReused
        self.usage = usage
    }
}
