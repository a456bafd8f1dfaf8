/// One column of a table that is being built: a heading, and where its values come from.
public struct Column<Row> {
    enum Source {
        case each((Row) -> Table.Value)
        case all([Table.Value])
    }

    let title: String
    let unit: String?
    let format: NumberFormat
    let source: Source

    /// A column that reads one property of every row.
    public init<Value>(
        _ title: String, _ path: KeyPath<Row, Value>, unit: String? = nil, format: NumberFormat = .automatic
    ) {
        self.init(title, unit: unit, format: format) { $0[keyPath: path] }
    }

    /// A column that computes a value from every row.
    public init<Value>(
        _ title: String, unit: String? = nil, format: NumberFormat = .automatic, _ value: @escaping (Row) -> Value
    ) {
        self.title = title
        self.unit = unit
        self.format = format
        source = .each { Table.Value(describing: value($0)) }
    }

    /// A column of values that are at hand, from the first row to the last; the sequence is finite.
    public init(
        _ title: String, _ values: some Sequence, unit: String? = nil, format: NumberFormat = .automatic
    ) {
        self.title = title
        self.unit = unit
        self.format = format
        source = .all(values.map { Table.Value(describing: $0) })
    }
}

/// Collects the columns between the braces of a table.
@resultBuilder
public enum TableBuilder<Row> {
    /// One column.
    public static func buildExpression(_ column: Column<Row>) -> [Column<Row>] { [column] }
    /// Columns in their order.
    public static func buildBlock(_ columns: [Column<Row>]...) -> [Column<Row>] { columns.flatMap(\.self) }
    /// `if` without `else`.
    public static func buildOptional(_ columns: [Column<Row>]?) -> [Column<Row>] { columns ?? [] }
    /// `if`.
    public static func buildEither(first columns: [Column<Row>]) -> [Column<Row>] { columns }
    /// `else`.
    public static func buildEither(second columns: [Column<Row>]) -> [Column<Row>] { columns }
    /// `for`.
    public static func buildArray(_ columns: [[Column<Row>]]) -> [Column<Row>] { columns.flatMap(\.self) }
}

extension Table {
    /// A row for every element of a sequence; the columns say what to show of it.
    ///
    /// Rows beyond the budget are counted, not computed.
    public init<Rows: Sequence>(
        _ rows: Rows, @TableBuilder<Rows.Element> _ columns: () -> [NotebookDisplay.Column<Rows.Element>]
    ) {
        let columns = columns()
        var kept: [Rows.Element] = []
        var surplus = 0
        let limit = Budget.rows(ofColumns: columns.count)
        for row in rows {
            if kept.count < limit { kept.append(row) } else { surplus += 1 }
        }
        self.init(columns: columns.map { $0.filled(from: kept) }, rowsCut: surplus)
    }

    /// A table of parallel sequences: `Table { Column("Port", ports); Column("Flows", counts) }`.
    public init(@TableBuilder<Never> _ columns: () -> [NotebookDisplay.Column<Never>]) {
        self.init(columns: columns().map { $0.filled(from: []) })
    }

    /// A table of named columns: `Table(["Port": ports, "Flows": counts])`.
    public init<Element>(_ columns: KeyValuePairs<String, [Element]>) {
        self.init(columns: columns.map { Column(title: $0.key, values: $0.value.map { Value(describing: $0) }) })
    }

    /// A table of a dictionary, in the order of its keys.
    public init<Key: Comparable, Entry>(_ entries: [Key: Entry], key: String, value: String, unit: String? = nil) {
        self.init(entries.sorted { $0.key < $1.key }) {
            NotebookDisplay.Column(key) { $0.key }
            NotebookDisplay.Column(value, unit: unit) { $0.value }
        }
    }
}

extension Column {
    fileprivate func filled(from rows: [Row]) -> Table.Column {
        let values =
            switch source {
            case .each(let value): rows.map(value)
            case .all(let values): values
            }
        return Table.Column(title: title, unit: unit, format: format, values: values)
    }
}
