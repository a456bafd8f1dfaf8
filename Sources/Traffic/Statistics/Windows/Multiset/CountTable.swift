/// A table of how often each value was seen, of which an entropy can be kept up to date (``MultisetEntropy``).
///
/// Two tables with the same counts are equal.
public protocol CountTable: Hashable, Sendable {
    /// What is counted.
    associatedtype Value

    /// A table in which nothing was counted.
    init()

    /// How often a value was counted.
    subscript(value: Value) -> Int { get }

    /// Changes the count of a value by `amount`, but not to less than zero or to more than a number takes.
    /// - Returns: the count before.
    mutating func change(_ value: Value, by amount: Int) -> Int

    /// How many values were counted how often, for estimators of entropy.
    var spectrum: CountSpectrum { get }
}

extension Int {
    /// A count that was changed: held at zero and at the largest number.
    @inline(__always)
    func changed(by amount: Int) -> Int {
        let sum = addingReportingOverflow(amount)
        return sum.overflow ? .max : Swift.max(sum.partialValue, 0)
    }
}
