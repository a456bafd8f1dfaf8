import Markup

extension CellWriter {
    /// Remarks about the cell and, where it has no result, why.
    func ending() -> HTML {
        HTML.joined([warnings(), notices(), ended()])
    }

    private func ended() -> HTML {
        switch cell.woven.result?.status {
        case nil where cell.cell.kind == .markdown: HTML()
        case nil: Self.remark("absent", "Not run.", "It was not asked for.")
        case .succeeded: HTML()
        case .failed(let failure): self.failure(failure)
        case .blocked(let causes): blocked(by: causes)
        case .interrupted: Self.remark("absent", "Interrupted.", "The run was stopped before this cell ended.")
        }
    }

    private static func remark(_ kind: String, _ label: String, _ text: String) -> HTML {
        HTML("p", ["class": "remark \(kind)"]) {
            HTML("strong") { label }
            " "
            InlineCode.html(text)
        }
    }

    private func notices() -> HTML {
        HTML.joined(
            (cell.woven.result?.notices ?? []).map { notice in
                Self.remark("notice", "Note:", notice.message + (notice.line.map { " (line \($0))" } ?? ""))
            })
    }

    private func warnings() -> HTML {
        let warnings = cell.woven.result?.warnings ?? []
        guard !warnings.isEmpty else { return HTML() }
        return HTML("div", ["class": "diagnostics", "role": "group", "aria-label": "Warnings"]) {
            for warning in warnings { diagnostic(warning) }
        }
    }

    private func blocked(by causes: [String]) -> HTML {
        let links = causes.map { id in
            let name = notebook.outline.cells.first { $0.cell.id == id }?.name ?? id
            return HTML("a", ["href": "#\(notebook.anchor(id))"]) { name }
        }
        return HTML("p", ["class": "remark absent"]) {
            HTML("strong") { "Not run" }
            " because "
            HTML.joined(links, separator: HTML(text: ", "))
            causes.count == 1 ? " has no result." : " have no result."
        }
    }

    private func failure(_ failure: Failure) -> HTML {
        HTML("div", ["class": "failure", "role": "group", "aria-label": "Failure"]) {
            HTML("p", ["class": "reason"]) {
                HTML("strong") { "Failed:" }
                " "
                InlineCode.html(failure.message)
            }
            if let line = failure.line, failure.diagnostics.isEmpty {
                excerpt(line: line, column: failure.column)
            }
            for diagnostic in failure.diagnostics { self.diagnostic(diagnostic) }
            if let remedy = failure.remedy { HTML("p", ["class": "remedy"]) { InlineCode.html(remedy) } }
        }
    }

    private func diagnostic(_ diagnostic: Diagnostic) -> HTML {
        HTML("div", ["class": "diagnostic \(diagnostic.severity.rawValue)"]) {
            HTML("p") {
                HTML("strong") { "\(diagnostic.severity.rawValue.capitalized):" }
                " "
                InlineCode.html(diagnostic.message)
            }
            excerpt(line: diagnostic.line, column: diagnostic.column)
        }
    }

    /// The line of the notebook, with a caret below the column.
    private func excerpt(line: Int, column: Int?) -> HTML {
        let lines = notebook.outline.lines
        guard lines.indices.contains(line - 1) else {
            return HTML("p", ["class": "place"]) { "line \(line)" }
        }
        let text = String(lines[line - 1])
        return HTML("pre", ["class": "excerpt"]) {
            place(line: line)
            HTML("code") { text }
            if let column { HTML("span", ["class": "caret"]) { "\n" + Caret.line(below: text, column: column) } }
        }
    }

    /// The number of the line, with the way to its cell where that is another one.
    private func place(line: Int) -> HTML {
        let other = notebook.outline.cell(atLine: line).flatMap { $0.cell.id == cell.cell.id ? nil : $0 }
        return HTML("span", ["class": "place"]) {
            if let other {
                HTML("a", ["href": "#\(notebook.anchor(other.cell.id))"]) { "line \(line), in \(other.name)" }
            } else {
                "line \(line)"
            }
            "\n"
        }
    }
}

/// Messages, in which code stands between backticks.
enum InlineCode {
    /// Each piece between two backticks as code; a backtick without a partner stays.
    static func html(_ message: String) -> HTML {
        let pieces = message.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        guard !pieces.count.isMultiple(of: 2) else { return HTML(text: message) }
        return HTML.joined(
            pieces.enumerated().map { index, piece in
                index.isMultiple(of: 2) ? HTML(text: piece) : HTML("code") { piece }
            })
    }
}
