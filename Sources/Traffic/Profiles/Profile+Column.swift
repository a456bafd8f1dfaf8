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
        private let evaluation: @Sendable (Row, RowContext) -> FieldValue

        /// A column whose values depend on the row's place too.
        public init(
            _ name: String, _ type: FieldType, unit: String = "", _ meaning: String,
            inContext value: @escaping @Sendable (Row, RowContext) -> FieldValue
        ) {
            self.name = name
            self.type = type
            self.unit = unit
            self.meaning = meaning
            evaluation = value
        }

        /// A column of what `value` gives.
        public init(
            _ name: String, _ type: FieldType, unit: String = "", _ meaning: String,
            value: @escaping @Sendable (Row) -> FieldValue
        ) {
            self.init(name, type, unit: unit, meaning) { row, _ in value(row) }
        }
    }
}

extension Profile.Column {
    /// The value for a row.
    public func value(of row: Row, in context: RowContext = RowContext()) -> FieldValue { evaluation(row, context) }
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
