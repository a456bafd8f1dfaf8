/// Why a statistic has no value.
public enum StatisticsError: Error, Hashable, Sendable {
    /// There are no values to summarise.
    case noValues(statistic: String)
    /// A value is negative where only amounts make sense, or infinite, or not a number.
    case notAnAmount(statistic: String, index: Int, value: Double)
    /// A value is infinite or not a number.
    case notFinite(statistic: String, index: Int, value: Double)
    /// No logarithm has this base.
    case notABase(Double)
    /// A window, step or bin must have a positive size.
    case notPositive(argument: String, value: String)
    /// Bins this narrow would be more than `most`.
    case tooManyBins(width: Double, most: Int)
    /// An argument lies outside of what makes sense.
    case outOfRange(argument: String, value: String, range: String)
    /// Only what was made alike can be put together.
    case notAlike(argument: String, first: String, second: String)
}

extension StatisticsError: CustomStringConvertible {
    /// The fault, with its numbers, and what to do about it.
    public var description: String {
        switch self {
        case .noValues(let statistic):
            "\(statistic): no values: give at least one"
        case .notAnAmount(let statistic, let index, let value):
            "\(statistic): weight \(value) at index \(index) is not an amount: weights are finite and at least zero"
        case .notFinite(let statistic, let index, let value):
            "\(statistic): value \(value) at index \(index) is not finite: leave it out or replace it"
        case .notABase(let base):
            "entropy: no logarithm has base \(base): give a finite base above zero other than one"
        case .notPositive(let argument, let value):
            "\(argument) is \(value): give one above zero"
        case .tooManyBins(let width, let most):
            "histogram: bins of width \(width) would be more than \(most): choose wider ones"
        case .outOfRange(let argument, let value, let range):
            "\(argument) is \(value): give one in \(range)"
        case .notAlike(let argument, let first, let second):
            "\(argument) is \(first) in one and \(second) in the other: make both alike before they count"
        }
    }
}
