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
    /// An argument lies outside of what it may be.
    case outOfRange(argument: String, value: String, allowed: String)
    /// Two series are read side by side but differ in length.
    case unequalLengths(statistic: String, first: Int, second: Int)
    /// An interval holds the truth in a share of cases between none and all.
    case notALevel(Double)
    /// More different values were seen than the source is said to have.
    case alphabetTooSmall(alphabet: Int, seen: Int)
    /// An estimator must be told how many values the source has.
    case noAlphabet(estimator: String)
    /// A value is so large beside the bins that neighbouring ones cannot be told apart.
    case binsTooNarrow(binning: String, value: Double)
    /// Only what was made alike can be put together.
    case notAlike(argument: String, first: String, second: String)
    /// A chance is a number from zero to one.
    case notAProbability(argument: String, index: Int, value: Double)
    /// An argument is larger than can be worked on.
    case tooMany(argument: String, value: Int, most: Int)
    /// A statistic needs more observations.
    case tooFew(statistic: String, have: Int, need: Int)
    /// No formula for the variance of this estimator is known here.
    case noAnalyticVariance(estimator: String)
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
            "entropy: no entropy is counted to base \(base): give a finite base above one"
        case .notPositive(let argument, let value):
            "\(argument) is \(value): give one above zero"
        case .tooManyBins(let width, let most):
            "histogram: bins of width \(width) would be more than \(most): choose wider ones"
        case .outOfRange(let argument, let value, let allowed):
            "\(argument) is \(value): give \(allowed)"
        case .unequalLengths(let statistic, let first, let second):
            "\(statistic): one series has \(first) values and the other \(second): give series of equal length"
        case .notALevel(let level):
            "confidence level is \(level): give one between 0 and 1, such as 0.95"
        case .alphabetTooSmall(let alphabet, let seen):
            "entropy: \(seen) different values were seen, more than the alphabet of \(alphabet): give a larger alphabet"
        case .noAlphabet(let estimator):
            "\(estimator): the number of values the source can have is not known: give an alphabet"
        case .binsTooNarrow(let binning, let value):
            "\(binning) are too narrow for the value \(value): choose wider ones"
        case .notAlike(let argument, let first, let second):
            "\(argument) is \(first) in one and \(second) in the other: make both alike before they count"
        case .notAProbability(let argument, let index, let value):
            "\(argument): value \(value) at index \(index) is not a probability: give numbers from 0 to 1"
        case .tooMany(let argument, let value, let most):
            "\(argument) is \(value): give at most \(most)"
        case .tooFew(let statistic, let have, let need):
            "\(statistic): \(have) observations are too few: give at least \(need)"
        case .noAnalyticVariance(let estimator):
            "\(estimator): no formula for its variance is known: use the jackknife or the bootstrap"
        }
    }
}
