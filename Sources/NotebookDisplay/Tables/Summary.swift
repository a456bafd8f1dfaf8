/// A short list of named values.
///
///     Summary {
///         Item("Windows", windows.count)
///         Item("Mean entropy", mean, unit: "bits", format: .fixed(2))
///     }
public struct Summary: Hashable, Sendable {
    /// One named value.
    public struct Item: Hashable, Sendable {
        /// What the value is, as the reader reads it.
        public var name: String
        /// The value itself, unformatted.
        public var value: Table.Value
        /// The unit of the numbers, such as `bits`.
        public var unit: String?
        /// How the numbers are written.
        public var format: NumberFormat

        /// A name and anything: numbers are written in the format, `nil` is missing, all else is described.
        public init(_ name: String, _ value: some Any, unit: String? = nil, format: NumberFormat = .automatic) {
            self.name = name
            self.value = Table.Value(describing: value)
            self.unit = unit
            self.format = format
        }

        /// The value with its unit as a reader should see it.
        public var text: String {
            let text = value.text(format)
            return value == .missing ? text : unit.map { "\(text) \($0)" } ?? text
        }
    }

    /// The items from first to last.
    public var items: [Item]
    /// How many items were left out, beyond the last one.
    public var itemsCut: Int

    /// Items that are at hand; those beyond the budget are cut and counted.
    public init(items: [Item], itemsCut: Int = 0) {
        self.items = Array(items.prefix(Budget.summaryItems))
        self.itemsCut = itemsCut + max(items.count - Budget.summaryItems, 0)
    }

    /// The items between the braces.
    public init(@ListBuilder<Item> _ items: () -> [Item]) { self.init(items: items()) }
}

/// One named value of a `Summary`.
public typealias Item = Summary.Item

extension Summary: Displayable {
    /// What the cell shows for it.
    public var output: Output { .summary(self) }
}
