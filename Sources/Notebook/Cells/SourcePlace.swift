/// A place in a notebook's text.
public struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
    /// What messages call the file.
    public var file: String
    /// Counts from 1.
    public var line: Int
    /// Counts UTF-8 bytes from 1, as the compiler's columns do.
    public var column: Int

    /// `FILE:LINE:COLUMN`, which editors and terminals open on a click.
    public var description: String { "\(file):\(line):\(column)" }
}
