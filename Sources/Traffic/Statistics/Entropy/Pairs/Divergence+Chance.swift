internal import Glibc

extension Divergence {
    /// The Kullback–Leibler divergence that two samples of these sizes have on average at first order if both are of
    /// one source of the values that were seen: (*k* − 1) / 2 · (1/*n* + 1/*m*) nats for *k* values.
    ///
    /// It holds where every value is seen several times in either sample. What is not well above it says nothing.
    /// Source: twice the divergence, over 1/*n* + 1/*m*, then follows the chi-square distribution of *k* − 1 degrees of
    /// freedom (S. Kullback, Information Theory and Statistics, 1959, chapter 6).
    public func kullbackLeiblerByChance(in unit: EntropyUnit = .bits) -> Double {
        unit.amount(ofNats: Double(support - 1) / 2 * (1 / Double(windowTotal) + 1 / Double(baselineTotal)))
    }

    /// The Jensen–Shannon divergence that two samples of these sizes have on average at first order if both are of one
    /// source: a quarter of the Kullback–Leibler divergence that they have, and at most one bit.
    ///
    /// Either is half as far from the mixture as from the other, and small divergences go by squares.
    public func jensenShannonDivergenceByChance(in unit: EntropyUnit = .bits) -> Double {
        unit.amount(ofNats: min(kullbackLeiblerByChance(in: .nats) / 4, log(2)))
    }
}
