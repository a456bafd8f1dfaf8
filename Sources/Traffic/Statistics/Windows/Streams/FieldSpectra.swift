/// What was counted of a variable in a window, as estimators of entropy want it.
public struct FieldSpectra: Hashable, Sendable {
    /// How many values were seen how often: of two fields, how many pairs of them.
    public let joint: CountSpectrum
    /// The same of either field alone, over what has both; nil for a single field.
    public let marginals: Marginals?

    /// The spectra of two fields that were counted together.
    public struct Marginals: Hashable, Sendable {
        /// That of the first field.
        public let first: CountSpectrum
        /// That of the second field.
        public let second: CountSpectrum
    }

    /// - Complexity: O(support).
    init(of counts: HashedCounts<FieldObservation>, isPaired: Bool) {
        joint = counts.spectrum
        marginals = isPaired ? Marginals(of: counts) : nil
    }
}

extension FieldSpectra.Marginals {
    fileprivate init(of counts: HashedCounts<FieldObservation>) {
        var sums: (first: [FieldObservation: Int], second: [FieldObservation: Int]) = ([:], [:])
        counts.forEach { value, count in
            guard case .pair(let one, let other) = value else { return }
            sums.first[one, default: 0] += count
            sums.second[other, default: 0] += count
        }
        self.init(first: CountSpectrum(counts: sums.first.values), second: CountSpectrum(counts: sums.second.values))
    }
}

extension JointEntropies {
    /// The entropies of two fields that were counted together, each by its own estimator, as one that is told of an
    /// alphabet needs another for pairs than for either side; nil for what was counted of one field.
    /// - Throws: what the estimators throw.
    public init?(
        of spectra: FieldSpectra, pairsBy pairsEstimator: some EntropyEstimator = PlugIn(),
        firstBy firstEstimator: some EntropyEstimator = PlugIn(),
        secondBy secondEstimator: some EntropyEstimator = PlugIn()
    ) throws(StatisticsError) {
        guard let marginals = spectra.marginals else { return nil }
        self.init(
            joint: try SampleEntropy(of: spectra.joint, by: pairsEstimator),
            first: try SampleEntropy(of: marginals.first, by: firstEstimator),
            second: try SampleEntropy(of: marginals.second, by: secondEstimator))
    }
}
