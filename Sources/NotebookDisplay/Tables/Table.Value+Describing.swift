extension Table.Value {
    /// The value of anything: numbers, flags and texts as such, `nil` as missing, all else by its description.
    ///
    /// Texts beyond the budget end in `…`.
    public init(describing value: some Any) {
        self = (value as? any TableValueConvertible)?.tableValue ?? .text(String(describing: value))
        if case .text(let text) = self { self = .text(Budget.shortened(text, to: Budget.tableText)) }
    }

    /// The value as a reader should see it.
    public func text(_ format: NumberFormat = .automatic) -> String {
        switch self {
        case .integer(let integer): format.text(for: integer)
        case .number(let number): format.text(for: number)
        case .estimate(let estimate): estimate.text(format)
        case .text(let text): text
        case .flag(let flag): flag ? "yes" : "no"
        case .missing: NumberFormat.missing
        }
    }

    /// The value as a number, where it is one; of an estimate the number itself.
    public var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        case .estimate(let estimate): estimate.value
        case .text, .flag, .missing: nil
        }
    }
}

/// A type whose values are more than their description in a table.
protocol TableValueConvertible {
    var tableValue: Table.Value { get }
}

extension BinaryInteger {
    var tableValue: Table.Value { Int(exactly: self).map { .integer($0) } ?? .number(Double(self)) }
}

extension BinaryFloatingPoint {
    var tableValue: Table.Value { isNaN ? .missing : .number(Double(self)) }
}

extension Int: TableValueConvertible {}
extension Int8: TableValueConvertible {}
extension Int16: TableValueConvertible {}
extension Int32: TableValueConvertible {}
extension Int64: TableValueConvertible {}
extension UInt: TableValueConvertible {}
extension UInt8: TableValueConvertible {}
extension UInt16: TableValueConvertible {}
extension UInt32: TableValueConvertible {}
extension UInt64: TableValueConvertible {}
extension Double: TableValueConvertible {}
extension Float: TableValueConvertible {}

extension Bool: TableValueConvertible {
    var tableValue: Table.Value { .flag(self) }
}

extension Estimate: TableValueConvertible {
    var tableValue: Table.Value { value.isNaN ? .missing : .estimate(self) }
}

extension Table.Value: TableValueConvertible {
    var tableValue: Table.Value { self }
}

extension Optional: TableValueConvertible {
    var tableValue: Table.Value { map { Table.Value(describing: $0) } ?? .missing }
}
