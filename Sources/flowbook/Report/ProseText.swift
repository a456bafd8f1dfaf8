import Foundation
import Notebook

/// The prose of a cell in brief: its headings, and the paragraphs that hold values, these filled in.
enum ProseText {
    static func paragraphs(of cell: Cell, _ result: CellResult) -> [String] {
        var values = result.interpolations[...]
        var paragraphs = [Paragraph()]
        for segment in cell.prose {
            switch segment {
            case .text(let text): append(text, to: &paragraphs)
            case .value: paragraphs[paragraphs.count - 1].add(value: values.popFirst() ?? "…")
            }
        }
        return paragraphs.filter(\.isTold).map(\.trimmed)
    }

    private struct Paragraph {
        var text = ""
        var holdsValue = false

        var trimmed: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
        var isTold: Bool { holdsValue || trimmed.hasPrefix("#") }

        mutating func add(value: String) {
            text += value
            holdsValue = true
        }
    }

    /// An empty line ends a paragraph.
    private static func append(_ text: String, to paragraphs: inout [Paragraph]) {
        let pieces = text.split(separator: /\n[ \t]*\n/, omittingEmptySubsequences: false)
        paragraphs[paragraphs.count - 1].text += pieces.first ?? ""
        paragraphs += pieces.dropFirst().map { Paragraph(text: String($0)) }
    }
}
