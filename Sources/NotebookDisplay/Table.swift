/// Rows and columns of values, with a unit and a number format per column.
public struct Table: Hashable, Sendable {
    /// One value of a table.
    public enum Value: Hashable, Sendable {
        case integer(Int)
        case number(Double)
        case text(String)
        case flag(Bool)
        case missing
    }

    /// One column: its heading, how its numbers are written, and its values from the first row to the last.
    public struct Column: Hashable, Sendable {
        public var title: String
        public var unit: String?
        public var format: NumberFormat
        public var values: [Value]
    }

    public var caption: String?
    public var columns: [Column]
}
