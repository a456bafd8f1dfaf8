/// Writes rows as bytes, one after the other: a text format for tables.
///
///     var encoder = CSVEncoder(.flowbook)
///     var bytes: [UInt8] = []
///     encoder.begin(&bytes)
///     meter.add(packet) { flow in encoder.encode(flow, into: &bytes) }
///     encoder.end(&bytes)
///
/// Bytes are added to a buffer of the caller's, who writes it wherever it belongs and empties it as often as he likes.
/// The text is UTF-8, and depends on no locale.
public protocol TableEncoder<Row>: Sendable {
    /// What a row is made of.
    associatedtype Row
    /// What columns may ask about the next row's place; counted on by ``encode(_:into:)``.
    var context: RowContext { get set }
    /// Writes what stands before the first row.
    func begin(_ bytes: inout [UInt8])
    /// Writes a row as it stands after ``context``.
    func write(_ row: Row, into bytes: inout [UInt8])
    /// Writes what stands after the last row.
    func end(_ bytes: inout [UInt8])
}

extension TableEncoder {
    /// Writes the next row.
    public mutating func encode(_ row: Row, into bytes: inout [UInt8]) {
        write(row, into: &bytes)
        context.ordinal += 1
    }

    /// A whole table.
    public func encoded(_ rows: some Sequence<Row>) -> [UInt8] {
        var encoder = self
        var bytes: [UInt8] = []
        encoder.begin(&bytes)
        for row in rows { encoder.encode(row, into: &bytes) }
        encoder.end(&bytes)
        return bytes
    }
}
