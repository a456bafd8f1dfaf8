import Markup
import NotebookDisplay

/// What of a page takes long to write and depends on little.
///
/// Bytes tell the things apart: there are texts and numbers that are equal and yet look different.
struct PageMemos: Sendable {
    /// The coloured lines of code, because colouring parses it.
    private let listings = Memo<[UInt8], [HTML]>()
    /// The rows of tables, the data of plots above all.
    private let rows = Memo<[UInt8], HTML>()

    /// The lines of `source` as `make` colours them.
    func listing(of source: String, make: (String) -> [HTML]) -> [HTML] {
        listings.value(of: Array(source.utf8)) { make(source) }
    }

    /// The rows of `table` as `make` writes them.
    func rows(of table: Table, make: (Table) -> HTML) -> HTML {
        var writer = FrameWriter()
        writer.write(table)
        return rows.value(of: writer.bytes) { make(table) }
    }
}
