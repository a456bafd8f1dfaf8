/// A short list of named values.
public struct Summary: Hashable, Sendable {
    /// One named value.
    public struct Item: Hashable, Sendable {
        public var name: String
        public var value: Table.Value
        public var unit: String?
        public var format: NumberFormat
    }

    public var items: [Item]
}
