import Markup
import NotebookDisplay
import Synchronization

/// What of a page takes long to write and depends on little.
struct PageMemos: Sendable {
    /// The coloured lines of code, because colouring parses it.
    private let listings = Memo<[HTML]>()
    /// The rows of tables, the data of plots above all.
    private let rows = Memo<HTML>()

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

/// Remembers what was made of something. Bytes tell the things apart: there are texts and numbers that are equal and yet
/// look different.
private final class Memo<Value: Sendable>: Sendable {
    private let known = Mutex<[[UInt8]: Value]>([:])

    func value(of key: [UInt8], make: () -> Value) -> Value {
        if let value = known.withLock({ $0[key] }) { return value }
        let value = make()
        known.withLock { known in
            // What edited cells no longer show piles up only so far.
            if known.count > 1000 { known = [:] }
            known[key] = value
        }
        return value
    }
}
