extension Table {
    /// Which way a column is sorted.
    public enum Order: Hashable, Sendable { case ascending, descending }

    /// The table with a caption that says what to see in it.
    public func captioned(_ caption: String) -> Table {
        var table = self
        table.caption = caption
        return table
    }

    /// The first rows; the page says how many are left out.
    public func limited(to rows: Int) -> Table {
        var table = self
        table.limitRows(to: rows)
        return table
    }

    /// The rows in the order of one column's values; equal rows keep their order, missing values come last.
    ///
    /// A title that no column has leaves the table as it is.
    /// - Complexity: O(*n* log *n*) in the number of rows.
    public func sorted(by title: String, _ order: Order = .ascending) -> Table {
        guard let key = columns.first(where: { $0.title == title })?.values else { return self }
        let places = key.indices.sorted { first, second in
            switch (key[first].rank(order), key[second].rank(order)) {
            case (let one, let other) where one != other: one < other
            default: key[first].precedes(key[second], order) ?? (first < second)
            }
        }
        var table = self
        for index in columns.indices { table.columns[index].values = places.map { columns[index].values[$0] } }
        return table
    }
}

extension Table.Value {
    /// Numbers stand before flags and texts, missing values last.
    fileprivate func rank(_ order: Table.Order) -> Int {
        switch self {
        case .number(let number) where number.isNaN: 3
        case .integer, .number, .estimate: 0
        case .flag: 1
        case .text: 2
        case .missing: 3
        }
    }

    /// Whether this value stands before another of its rank; nil where they are equal.
    fileprivate func precedes(_ other: Table.Value, _ order: Table.Order) -> Bool? {
        let (first, second) = order == .ascending ? (self, other) : (other, self)
        switch (first, second) {
        case (.integer(let one), .integer(let two)): return one == two ? nil : one < two
        case (.text(let one), .text(let two)): return one == two ? nil : one < two
        case (.flag(let one), .flag(let two)): return one == two ? nil : two
        default:
            guard let one = first.number, let two = second.number, one != two else { return nil }
            return one < two
        }
    }
}
