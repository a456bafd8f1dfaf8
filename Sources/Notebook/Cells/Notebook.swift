/// A notebook as text: an ordered list of cells.
///
///     let notebook = try Notebook(parsing: "// %% Sum\n1 + 1\n", name: "sums.swift")
///     notebook.cells[0].id        // "sum"
package struct Notebook: Hashable, Sendable {
    /// What messages call the file: its path, or any other name.
    package var name: String
    /// In the order of the text; never empty, and no two have the same id.
    package var cells: [Cell]

    /// Cuts the text of a notebook into cells.
    ///
    /// - Throws: The first place at which the text is no notebook. Swift errors inside a code cell are none of them:
    ///   they are the compiler's to tell, and the content of that one cell.
    /// - Complexity: O(*n*) in the length of the text.
    package init(parsing text: String, name: String) throws(NotebookError) {
        try self.init(parsing: Array(text.utf8), name: name)
    }

    /// Cuts the bytes of a notebook into cells.
    ///
    /// - Throws: Also where the bytes are not UTF-8, which no `String` could tell any more.
    package init(parsing bytes: [UInt8], name: String) throws(NotebookError) {
        let text = SourceText(bytes: bytes, name: name)
        try text.checkEncoding()
        let sections = try SectionSplitter(text: text).sections()
        guard !sections.isEmpty else { throw text.error(.empty, at: bytes.count) }
        let cells = try CellParser(text: text).cells(of: sections)
        self.name = name
        self.cells = cells
    }
}

extension Notebook {
    /// The cell with the given id.
    package subscript(id id: String) -> Cell? { cells.first { $0.id == id } }

    /// The first top-level heading of the prose, without its `#`.
    package var title: String? {
        for case .text(let text) in cells.lazy.flatMap(\.prose) {
            let heading = text.split(separator: "\n").first { $0.hasPrefix("# ") }
            if let heading { return String(heading.dropFirst(2)) }
        }
        return nil
    }
}
