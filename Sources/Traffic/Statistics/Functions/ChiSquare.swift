/// The chi-square distribution: that of a sum of squared standard normal variables.
enum ChiSquare {
    /// The chance of a value of `statistic` or more.
    ///
    /// Without degrees of freedom the variable is always zero.
    static func upperTail(_ statistic: Double, degreesOfFreedom: Double) -> Double {
        guard degreesOfFreedom > 0 else { return statistic > 0 ? 0 : 1 }
        guard statistic > 0 else { return statistic.isNaN ? .nan : 1 }
        return SpecialFunctions.upperGamma(degreesOfFreedom / 2, statistic / 2)
    }
}
