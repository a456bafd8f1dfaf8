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
    /// An interval holds the truth in a share of cases between none and all.
    case notALevel(Double)
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
            "entropy: no logarithm has base \(base): give a finite base above zero other than one"
        case .notPositive(let argument, let value):
            "\(argument) is \(value): give one above zero"
        case .tooManyBins(let width, let most):
            "histogram: bins of width \(width) would be more than \(most): choose wider ones"
        case .notALevel(let level):
            "confidence level is \(level): give one between 0 and 1, such as 0.95"
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
