import Notebook

/// Quotes lines of a notebook below messages about them.
struct SourceExcerpt {
    let path: String
    private let lines: [Substring]

    init(_ file: SourceFile) {
        path = file.reference.path
        lines = file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// `PATH:LINE:COLUMN`, as much of it as is known.
    func place(line: Int?, column: Int?) -> String {
        ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }

    /// The line, and below it a caret; nothing where the notebook has no such line.
    func quote(line: Int?, column: Int?) -> [String] {
        guard let line, lines.indices.contains(line - 1) else { return [] }
        let text = lines[line - 1]
        return [String(text)] + (column.map { [Caret.line(below: text, column: $0)] } ?? [])
    }
}
