import Traffic

/// Lays rows out as bytes as they come.
protocol RowLayout<Row> {
    associatedtype Row
    /// What columns may ask about the next row's place.
    var context: RowContext { get set }
    /// Adds what stands before the first row.
    mutating func begin(_ bytes: inout [UInt8])
    /// Adds a row, or keeps it until others tell how wide it is to be.
    mutating func add(_ row: Row, to bytes: inout [UInt8])
    /// Adds the rows that were kept, for somebody who looks on.
    mutating func pause(_ bytes: inout [UInt8])
    /// Adds what stands after the last row; `time` is how far the rows reach, nil without any.
    mutating func end(_ bytes: inout [UInt8], at time: Timestamp?)
}

/// Rows in a format in which none depends on others.
struct StreamedRows<Row>: RowLayout {
    var encoder: any TableEncoder<Row>

    var context: RowContext {
        get { encoder.context }
        set { encoder.context = newValue }
    }

    /// A log of Zeek's tells when it was opened and closed: as of the capture, so that it is the same each time.
    mutating func begin(_ bytes: inout [UInt8]) {
        if var log = encoder as? ZeekEncoder<Row> {
            (log.opened, log.closed) = (context.captureStart, context.captureStart)
            encoder = log
        }
        encoder.begin(&bytes)
    }

    mutating func end(_ bytes: inout [UInt8], at time: Timestamp?) {
        if let time, var log = encoder as? ZeekEncoder<Row> {
            log.closed = max(time, log.opened)
            encoder = log
        }
        encoder.end(&bytes)
    }

    mutating func add(_ row: Row, to bytes: inout [UInt8]) { encoder.encode(row, into: &bytes) }
    func pause(_ bytes: inout [UInt8]) {}
}

/// No rows, for somebody who wants to know of the packets and flows in all, and not of each.
struct NoRows<Row>: RowLayout {
    var context = RowContext()

    func begin(_ bytes: inout [UInt8]) {}
    func add(_ row: Row, to bytes: inout [UInt8]) {}
    func pause(_ bytes: inout [UInt8]) {}
    func end(_ bytes: inout [UInt8], at time: Timestamp?) {}
}

extension TableDestination {
    /// What lays out rows of a profile in the format asked for, for a terminal of that width if there is one.
    func layout<Row: Sendable>(_ profile: Profile<Row>, width: Int?) -> any RowLayout<Row> {
        switch format {
        case .table: TableInParts(profile, width: isTerminal ? width ?? 80 : nil)
        case .csv: StreamedRows(encoder: CSVEncoder(profile))
        case .ndjson: StreamedRows(encoder: NDJSONEncoder(profile))
        case .none: NoRows()
        case .zeek: StreamedRows(encoder: ZeekEncoder(profile, path: profile.name == "zeek" ? "conn" : profile.name))
        }
    }
}
