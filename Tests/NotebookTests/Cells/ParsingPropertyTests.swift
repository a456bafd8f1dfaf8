import TestSupport
import Testing

@testable import Notebook

@Suite("Parsing, on random texts")
struct ParsingPropertyTests {
    @Test("bytes of any kind give cells that rebuild them, or an error inside them", arguments: 0..<400)
    func anyBytes(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var bytes = Array(RandomTexts.text(using: &generator).utf8)
        if seed % 4 == 0, !bytes.isEmpty { bytes[Int.random(in: bytes.indices, using: &generator)] = 0xFF }
        do throws(NotebookError) {
            let notebook = try Notebook(parsing: bytes, name: "n")
            #expect(notebook.cells.flatMap { bytes[$0.range] } == bytes)
            #expect(Set(notebook.cells.map(\.id)).count == notebook.cells.count)
            #expect(notebook.cells.allSatisfy { CellIdentifier.isValid($0.id) })
        } catch {
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            #expect((1...lines.count).contains(error.place.line))
            #expect(!error.description.contains("\n"))
        }
    }

    @Test("a well-formed notebook parses, and its source lines are those of the file", arguments: 0..<200)
    func wellFormed(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let text = RandomTexts.notebook(using: &generator)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for cell in try Notebook(parsing: text, name: "n").cells where !cell.source.isEmpty {
            let source = cell.source.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(Array(lines[(cell.line - 1)..<(cell.line - 1 + source.count)]) == Array(source))
            #expect(lines[cell.markerLine - 1].hasPrefix("// %%"))
        }
    }

    @Test("printing the cells and parsing again changes nothing but places", arguments: 0..<200)
    func printing(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let notebook = try Notebook(parsing: RandomTexts.notebook(using: &generator), name: "n")
        let again = try Notebook(parsing: notebook.cells.map(printed).joined(), name: "n")
        #expect(again.cells.map(withoutPlaces) == notebook.cells.map(withoutPlaces))
    }

    private func printed(_ cell: Cell) -> String {
        var marker = "// %%" + String(repeating: "%", count: cell.depth)
        if let title = cell.title { marker += " \(title)" }
        if cell.kind == .markdown { marker += " [markdown]" }
        if let timeout = cell.options.timeout { marker += " timeout=\(timeout)" }
        marker += " hide=\"\(cell.options.hide)\" fold=\(cell.options.fold)"
        if let cache = cell.options.cache { marker += " cache=\(cache)" }
        let tags = cell.options.tags.map { "\"\($0)\"" }
        marker += " tags=[\(tags.joined(separator: ", "))]"
        if cell.options.caption != nil { marker += " caption=\"=\\u0022\\u007b\"" }
        return "\(marker)\n\(cell.source)\n"
    }

    private func withoutPlaces(_ cell: Cell) -> Cell {
        var cell = cell
        (cell.markerLine, cell.line, cell.range) = (0, 0, 0..<0)
        cell.prose = cell.prose.map { segment in
            guard case .value(let source, _, _) = segment else { return segment }
            return .value(source: source, line: 0, column: 0)
        }
        return cell
    }
}
