extension Profile {
    /// One column of a table: what it is called, what it means, and how to tell its value of a row.
    public struct Column: Sendable {
        /// The name in the header.
        public let name: String
        /// The unit of its numbers, such as `bytes` or `ms`; empty for what has none.
        public let unit: String
        /// What the values say, in a sentence.
        public let meaning: String
        /// The kind of values.
        public let type: FieldType
        let evaluation: Evaluation
    }

    /// How a column's values are told. Rows are large, and a function of a generic row would be handed a copy of it for
    /// every column; a span of one row is handed over as it is.
    enum Evaluation: Sendable {
        case ofRow(@Sendable (Span<Row>) -> FieldValue)
        case inContext(@Sendable (Span<Row>, RowContext) -> FieldValue)

        @inline(__always)
        func value(_ row: Span<Row>, _ context: RowContext) -> FieldValue {
            switch self {
            case .ofRow(let value): value(row)
            case .inContext(let value): value(row, context)
            }
        }
    }
}

extension Profile.Column {
    /// A column of what `value` gives for a row.
    ///
    ///     let name = Profile<Flow>.Column("is_web", .boolean, "Whether the flow is web traffic.") {
    ///         .boolean($0.responder.port == 443)
    ///     }
    public init(
        _ name: String, _ type: FieldType, unit: String = "", _ meaning: String,
        value: @escaping @Sendable (Row) -> FieldValue
    ) {
        self.init(name: name, unit: unit, meaning: meaning, type: type, evaluation: .ofRow { value($0[0]) })
    }

    /// A column of what `value` gives for a row in its place.
    public init(
        _ name: String, _ type: FieldType, unit: String = "", _ meaning: String,
        inContext value: @escaping @Sendable (Row, RowContext) -> FieldValue
    ) {
        self.init(name: name, unit: unit, meaning: meaning, type: type, evaluation: .inContext { value($0[0], $1) })
    }

    /// The value for a row.
    public func value(of row: Row, in context: RowContext = RowContext()) -> FieldValue {
        evaluation.value(CollectionOfOne(row).span, context)
    }
}

/// The columns of our own profiles: their values are read of the row where it lies, which spares a copy for each.
extension Profile {
    static func field(
        _ name: String, _ type: FieldType, unit: String = "", _ meaning: String,
        reading value: @escaping @Sendable (Span<Row>) -> FieldValue
    ) -> Column {
        Column(name: name, unit: unit, meaning: meaning, type: type, evaluation: .ofRow(value))
    }

    static func field(
        _ name: String, _ type: FieldType, unit: String = "", _ meaning: String,
        inContext value: @escaping @Sendable (Span<Row>, RowContext) -> FieldValue
    ) -> Column {
        Column(name: name, unit: unit, meaning: meaning, type: type, evaluation: .inContext(value))
    }
}

extension Span {
    /// The one row that columns are told of, read where it lies.
    var row: Element {
        @inline(__always) _read { yield self[0] }
    }
}

/// What some columns need to know besides the row itself.
public struct RowContext: Hashable, Sendable {
    /// When the capture began: the time of its first packet.
    public var captureStart: Timestamp
    /// How many rows came before this one.
    public var ordinal: Int

    /// The first row of a capture that began at `captureStart`.
    public init(captureStart: Timestamp = Timestamp(nanoseconds: 0), ordinal: Int = 0) {
        self.captureStart = captureStart
        self.ordinal = ordinal
    }
}
