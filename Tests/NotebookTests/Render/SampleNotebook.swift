import NotebookDisplay

@testable import Notebook

/// A notebook put together from cells, with the text and the line numbers that its file would have.
struct SampleNotebook {
    var name: String
    var cells: [SampleCell]

    var woven: WovenNotebook {
        var lines: [String] = []
        var woven: [WovenCell] = []
        for sample in cells {
            var cell = sample.cell
            lines.append("// %% id=\"\(cell.id)\"")
            cell.markerLine = lines.count
            cell.line = lines.count + 1
            lines += cell.source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""]
            let result = sample.result?.moved(by: cell.line - 1)
            woven.append(WovenCell(cell: cell, result: result, plots: sample.plots, timing: sample.timing))
        }
        return WovenNotebook(name: name, text: lines.joined(separator: "\n"), cells: woven)
    }
}

/// A cell and its result, whose lines count from the cell's own first line.
struct SampleCell {
    var cell: Cell
    var result: CellResult?
    var plots: [WovenPlot] = []
    var timing: CellTiming?

    /// Code that succeeded with some outputs; `adjust` changes the options.
    static func code(
        _ id: String, _ source: String, title: String? = nil, _ outputs: [Output] = [],
        adjust: (inout SampleCell) -> Void = { _ in }
    ) -> SampleCell {
        let cell = Cell(
            id: id, title: title, kind: .code, options: CellOptions(), markerLine: 0, line: 0, source: source, prose: []
        )
        let result = CellResult(
            status: .succeeded, items: outputs.map(Item.output), notices: [], warnings: [], interpolations: [])
        var sample = SampleCell(cell: cell, result: result)
        adjust(&sample)
        return sample
    }

    /// Prose; each `%` in it is an interpolated value.
    static func prose(_ id: String, _ text: String, values: [String] = []) -> SampleCell {
        var sample = code(id, text)
        sample.cell.kind = .markdown
        for (index, piece) in text.split(separator: "%", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { sample.cell.prose.append(.value(source: "value", line: 1, column: 1)) }
            sample.cell.prose.append(.text(String(piece)))
        }
        sample.result?.interpolations = values
        return sample
    }

    /// The cell as it is before it ran.
    var withoutResult: SampleCell {
        var sample = self
        sample.result = nil
        return sample
    }

    /// The cell with another end.
    static func ending(
        _ status: CellResult.Status, _ id: String, _ source: String, title: String? = nil, _ outputs: [Output] = []
    ) -> SampleCell {
        code(id, source, title: title, outputs) { $0.result?.status = status }
    }
}

extension CellResult {
    fileprivate func moved(by lines: Int) -> CellResult {
        var result = self
        for index in result.warnings.indices { result.warnings[index].line += lines }
        for index in result.notices.indices {
            result.notices[index].line = result.notices[index].line.map { $0 + lines }
        }
        guard case .failed(var failure) = status else { return result }
        failure.line = failure.line.map { $0 + lines }
        for index in failure.diagnostics.indices { failure.diagnostics[index].line += lines }
        result.status = .failed(failure)
        return result
    }
}
