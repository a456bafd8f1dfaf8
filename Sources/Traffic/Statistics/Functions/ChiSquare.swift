/// The chi-square distribution: that of a sum of squared standard normal variables.
enum ChiSquare {
    /// The chance of a value of `statistic` or more.
    static func upperTail(_ statistic: Double, degreesOfFreedom: Double) -> Double {
        SpecialFunctions.upperGamma(degreesOfFreedom / 2, max(statistic, 0) / 2)
    }
}
