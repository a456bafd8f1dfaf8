import Notebook

/// A cell and what came of it as lines for the terminal.
struct CellText {
    let excerpt: SourceExcerpt
    let links: LinkTexts
    let paint: Paint

    /// The heading, then prose or outputs in their order, then remarks and how the cell ended.
    func lines(of report: CellReport) -> [String] { [heading(of: report)] + content(of: report) }

    /// The lines below the heading, which do not tell of times.
    func content(of report: CellReport) -> [String] {
        ProseText.paragraphs(of: report.cell, report.result).map { paint(links.filled(in: $0)) }
            + report.result.items.flatMap(lines) + report.result.warnings.flatMap { lines(of: $0, .remark) }
            + report.result.notices.map(line) + ending(report.result.status)
    }

    /// `── ports  Port distribution  ran in 12 ms`.
    private func heading(of report: CellReport) -> String {
        let title = report.cell.title.map { "  \($0)" } ?? ""
        let status = paint(CellStatusText.text(of: report), report.status.isBad ? .bad : .quiet)
        return "\(paint("── \(report.cell.id)\(title)", .heading))  \(status)"
    }

    private func lines(of item: Item) -> [String] {
        switch item {
        case .stream(.standardOutput, let text): Self.split(text).map { paint($0) }
        case .stream(.standardError, let text): Self.split(text).map { paint("stderr│ ", .remark) + paint($0) }
        case .cut(let text): [paint("[\(text)]", .remark)]
        case .output(let output): Self.split(OutputText.text(of: output)).map { paint($0) }
        }
    }

    private func lines(of diagnostic: Diagnostic, _ role: Paint.Role) -> [String] {
        message(
            "\(diagnostic.severity.rawValue): \(diagnostic.message)", role, line: diagnostic.line,
            column: diagnostic.column)
    }

    private func line(of notice: Notice) -> String {
        paint("\(excerpt.place(line: notice.line, column: nil)): note: \(notice.message)", .remark)
    }

    private func ending(_ status: CellResult.Status) -> [String] {
        switch status {
        case .succeeded: []
        case .failed(let failure): lines(of: failure)
        case .blocked(let causes) where causes.isEmpty: [paint("not run: it cannot be compiled", .bad)]
        case .blocked(let causes): [paint("not run: \(causes.joined(separator: ", ")) has no result", .bad)]
        case .interrupted: [paint("interrupted before it ended", .bad)]
        }
    }

    private func lines(of failure: Failure) -> [String] {
        let messages =
            failure.diagnostics.isEmpty
            ? message(failure.message, .bad, line: failure.line, column: failure.column)
            : failure.diagnostics.flatMap { lines(of: $0, $0.severity == .error ? .bad : .plain) }
        return messages + (failure.remedy.map { [paint("remedy: \($0)")] } ?? [])
    }

    /// A message about a place, with its line and a caret below it.
    private func message(_ text: String, _ role: Paint.Role, line: Int?, column: Int?) -> [String] {
        let head = paint("\(excerpt.place(line: line, column: column)): \(text)", role)
        return [head] + excerpt.quote(line: line, column: column).map { paint($0) }
    }

    /// The lines of a text; a line break at its end ends the last one.
    private static func split(_ text: String) -> [Substring] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.last == "" ? lines.dropLast() : lines
    }
}
