import Notebook

/// What two runs of a notebook say about it.
struct CheckVerdict {
    let file: SourceFile
    let findings: [Finding]
    /// What is not wrong by itself.
    let warnings: [Finding]

    init(_ file: SourceFile, _ first: CheckRound.Checked, _ second: CheckRound.Checked) {
        self.file = file
        findings =
            Finding.failures(of: first.run) + Finding.unexpectedSuccesses(of: first.run)
            + Finding.plots(of: first.woven) + Finding.problems(of: first.page, file.notebook)
            + Finding.differences(first, second, file)
        let told = Set(findings.map(\.cell))
        warnings = Finding.doubts(about: first.run).filter { !told.contains($0.cell) }
    }

    /// `01-entropy: fine, 27 cells`, `02-ports: fine, 9 cells, 1 warning`.
    var line: String {
        let cells = file.notebook.cells.count
        let verdict =
            switch findings.count {
            case 0: "fine, \(cells) \(cells == 1 ? "cell" : "cells")"
            case 1: "1 thing is wrong"
            case let count: "\(count) things are wrong"
            }
        let warned = warnings.isEmpty ? "" : ", \(warnings.count) warning\(warnings.count == 1 ? "" : "s")"
        return "\(file.reference.name): \(verdict)\(warned)".printable
    }

    var json: JSON {
        .object([
            "name": .string(file.reference.name), "path": .string(file.reference.path),
            "title": JSON(file.notebook.title), "cells": .integer(file.notebook.cells.count),
            "findings": .array(findings.map(\.json)), "warnings": .array(warnings.map(\.json)),
        ])
    }
}

private extension Finding {
    /// The first cell of which two pages show something else; none where the pages are the same.
    static func differences(
        _ first: CheckRound.Checked, _ second: CheckRound.Checked, _ file: SourceFile
    ) -> [Finding] {
        guard first.page.markup != second.page.markup else { return [] }
        let text = CellText(excerpt: SourceExcerpt(file), links: LinkTexts(), paint: .none)
        let pairs = zip(zip(first.run.reports, second.run.reports), zip(first.woven.cells, second.woven.cells))
        let differing = pairs.first { $0.1.0.shows(sameAs: $0.1.1) == false }
        guard let (one, other) = differing?.0 else {
            return file.notebook.cells.prefix(1).map { Finding(.differs, $0, "two runs give different pages") }
        }
        let lines = zip(text.content(of: one), text.content(of: other)).first { $0 != $1 }
        let what = lines.map { ": \"\($0)\" and \"\($1)\"" } ?? ""
        return [
            Finding(
                .differs, one.cell, "two runs show different things\(what)",
                try: "sort what comes out of a dictionary or a set, and seed what is random")
        ]
    }
}
