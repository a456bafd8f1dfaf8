/// What an estimator makes of many vectors of counts with the same number of observations, in nats.
///
/// For an ``AdditiveEstimator`` the terms of small counts are looked up; any other sees each vector's spectrum.
struct CountScorer: Sendable {
    private static let mostTerms = 1 << 16

    private let estimator: any EntropyEstimator
    private let additive: (any AdditiveEstimator)?
    private let size: Double
    private let terms: [Double]

    init(_ estimator: some EntropyEstimator, size: Int) {
        self.estimator = estimator
        self.size = Double(size)
        additive = estimator as? any AdditiveEstimator
        terms = additive.map { Self.table(of: $0, size: size) } ?? []
    }

    private static func table(of estimator: some AdditiveEstimator, size: Int) -> [Double] {
        let upTo = min(size, mostTerms)
        return (0...upTo).map { $0 == 0 ? 0 : estimator.term(count: Double($0), size: Double(size)) }
    }

    /// The estimate of the source that these counts, of at least zero, are from.
    func nats(of counts: [Int]) throws(StatisticsError) -> Double {
        guard let additive else { return try estimator.nats(of: CountSpectrum(counts: counts)) }
        var sum = additive.constant(size: size)
        for count in counts {
            sum += count < terms.count ? terms[count] : additive.term(count: Double(count), size: size)
        }
        return sum
    }
}
