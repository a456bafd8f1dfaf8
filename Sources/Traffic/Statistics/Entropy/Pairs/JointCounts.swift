/// How often each pair of values was seen together: a source address with the port it asked for, say.
///
///     let pairs = JointCounts(flows.map { ($0.source, $0.destinationPort) })
///     let entropies = try pairs.entropies(by: MillerMadow())
///     entropies.secondGivenFirst(in: .bits)       // how far an address still leaves the port open
///     entropies.mutualInformation(in: .bits)
///
/// - Complexity: adding is O(1) on average.
public struct JointCounts<First: Hashable & Sendable, Second: Hashable & Sendable>: Hashable, Sendable {
    /// Two values that were seen together.
    public struct Pair: Hashable, Sendable {
        /// The first value.
        public let first: First
        /// The second value.
        public let second: Second
    }

    /// How often each pair was seen.
    public private(set) var pairs = Counts<Pair>()
    /// How often each first value was seen.
    public private(set) var first = Counts<First>()
    /// How often each second value was seen.
    public private(set) var second = Counts<Second>()

    /// Nothing seen yet.
    public init() {}

    /// Counts the pairs of a sequence.
    public init(_ pairs: some Sequence<(First, Second)>) {
        for (first, second) in pairs { add(first, second) }
    }

    /// How many pairs were seen.
    public var total: Int { pairs.total }

    /// How often two values were seen together.
    public subscript(first: First, second: Second) -> Int { pairs[Pair(first: first, second: second)] }

    /// Sees a pair once more.
    public mutating func add(_ first: First, _ second: Second) {
        pairs.add(Pair(first: first, second: second))
        self.first.add(first)
        self.second.add(second)
    }

    /// Takes back one observation of a pair; nothing happens where it was not seen.
    public mutating func remove(_ first: First, _ second: Second) {
        guard self[first, second] > 0 else { return }
        pairs.remove(Pair(first: first, second: second))
        self.first.remove(first)
        self.second.remove(second)
    }
}

extension JointCounts {
    /// The entropies of the pairs and of either side, by one estimator.
    /// - Throws: what the estimator throws. One that is told of an alphabet needs another for the pairs than for either
    ///   side: see ``entropies(ofPairs:first:second:)``.
    public func entropies(by estimator: some EntropyEstimator = PlugIn()) throws(StatisticsError) -> JointEntropies {
        try entropies(ofPairs: estimator, first: estimator, second: estimator)
    }

    /// The entropies of the pairs and of either side, each by its own estimator.
    /// - Throws: what the estimators throw.
    public func entropies(
        ofPairs pairsEstimator: some EntropyEstimator, first firstEstimator: some EntropyEstimator,
        second secondEstimator: some EntropyEstimator
    ) throws(StatisticsError) -> JointEntropies {
        JointEntropies(
            joint: try SampleEntropy(of: CountSpectrum(pairs), by: pairsEstimator),
            first: try SampleEntropy(of: CountSpectrum(first), by: firstEstimator),
            second: try SampleEntropy(of: CountSpectrum(second), by: secondEstimator))
    }
}
