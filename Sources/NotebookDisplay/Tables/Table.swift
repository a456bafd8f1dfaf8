/// Rows and columns of values, with a unit and a number format per column.
///
///     Table(flows) {
///         Column("Port", \.port)
///         Column("Bytes", \.bytes, unit: "B", format: .integer)
///         Column("Rate", unit: "B/s", format: .significant(3)) { Double($0.bytes) / $0.seconds }
///     }
///     .captioned("The five busiest ports.")
///
/// All columns have the same count of values: shorter ones end in missing values.
public struct Table: Hashable, Sendable {
    /// One value of a table.
    public enum Value: Hashable, Sendable {
        case integer(Int)
        case number(Double)
        case estimate(Estimate)
        case text(String)
        case flag(Bool)
        case missing
    }

    /// One column: its heading, how its numbers are written, and its values from the first row to the last.
    public struct Column: Hashable, Sendable {
        /// The heading, without the unit.
        public var title: String
        /// The unit of the numbers, such as `bits`.
        public var unit: String?
        /// How the numbers are written.
        public var format: NumberFormat
        /// From the first row to the last.
        public var values: [Value]

        /// A column of values that are at hand.
        public init(title: String, unit: String? = nil, format: NumberFormat = .automatic, values: [Value]) {
            self.title = title
            self.unit = unit
            self.format = format
            self.values = values
        }

        /// Whether the column is set against the right edge, aligned on the decimal point.
        public var isNumeric: Bool {
            var numbers = false
            for value in values {
                switch value {
                case .integer, .number, .estimate: numbers = true
                case .text, .flag: return false
                case .missing: continue
                }
            }
            return numbers
        }

        /// The heading with its unit, such as `Bytes (B)`.
        public var heading: String { unit.map { "\(title) (\($0))" } ?? title }

        /// The values as a reader should see them.
        public var texts: [String] { values.map { $0.text(format) } }
    }

    /// What to see in it, in a sentence.
    public var caption: String?
    /// From left to right, all of one length.
    public var columns: [Column]
    /// How many rows were left out, beyond the last one.
    public var rowsCut: Int

    /// A table of columns that are at hand; rows beyond the budget are cut and counted.
    public init(caption: String? = nil, columns: [Column], rowsCut: Int = 0) {
        self.caption = caption
        self.columns = columns
        self.rowsCut = rowsCut
        padColumns()
        limitRows(to: Budget.rows(ofColumns: columns.count))
    }

    /// How many rows are kept.
    public var rowCount: Int { columns.first?.values.count ?? 0 }
}

extension Table: Displayable {
    /// What the cell shows for it.
    public var output: Output { .table(self) }
}

extension Table {
    /// Fills shorter columns with missing values.
    private mutating func padColumns() {
        let rows = columns.lazy.map(\.values.count).max() ?? 0
        for index in columns.indices where columns[index].values.count < rows {
            let gap = rows - columns[index].values.count
            columns[index].values.append(contentsOf: repeatElement(.missing, count: gap))
        }
    }

    /// Keeps the first rows and counts the others.
    mutating func limitRows(to limit: Int) {
        let surplus = rowCount - max(limit, 0)
        guard surplus > 0 else { return }
        rowsCut += surplus
        for index in columns.indices { columns[index].values.removeLast(surplus) }
    }
}
