/// A caret that stands below a place of a line.
package enum Caret {
    /// Spaces as wide as what is before the column, then the caret.
    ///
    /// Columns count UTF-8 bytes from 1, as the compiler's do. Tabs stay tabs, so that the caret moves with them.
    package static func line(below text: some StringProtocol, column: Int) -> String {
        let bytes = text.utf8.prefix(max(column - 1, 0))
        let before = String(decoding: bytes, as: UTF8.self)
        return String(before.map { $0 == "\t" ? "\t" : " " }) + "^"
    }
}
