/// A place in a notebook's text.
package struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
    /// What messages call the file.
    package var file: String
    /// Counts from 1.
    package var line: Int
    /// Counts UTF-8 bytes from 1, as the compiler's columns do.
    package var column: Int

    /// `FILE:LINE:COLUMN`, which editors and terminals open on a click.
    package var description: String { "\(file):\(line):\(column)" }
}
