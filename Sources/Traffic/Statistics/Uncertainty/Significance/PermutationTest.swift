/// Whether the entropies of two windows differ by more than chance would have it.
///
///     let change = try PermutationTest(from: before, to: after, seed: 1)
///     change.difference      // bits gained
///     change.pValue          // the chance of as much, were all observations from one source
///
/// All observations are put together, permuted and cut into windows of the same sizes, many times. That holds for
/// samples of any size, and for windows of unequal size too, whose entropies are not equally biased. What it asks of
/// the observations is that they could have come in any order: count flows rather than packets where it matters.
///
/// No chance is said to be zero: the permutation that was seen counts as one of them, (*b* + 1) / (*m* + 1) for *b* of
/// *m* permutations.
/// Source: B. Phipson and G. K. Smyth, Permutation p-values should never be zero, 2010.
public struct PermutationTest: Hashable, Sendable {
    /// Which differences are at least as extreme as the one seen.
    public enum Alternative: String, Hashable, Sendable, CaseIterable {
        /// Those as far out on either side: twice the chance of the side on which there are fewer.
        ///
        /// The sides are not mirror images: with windows of unequal size, whose entropies are not equally biased,
        /// chance alone makes differences that lie around another number than zero.
        case different
        /// Those at least as large.
        case greater
        /// Those at least as small.
        case less
    }

    /// How many permutations, from which seed, on how many threads; the number of threads does not change the result.
    public struct Options: Hashable, Sendable {
        /// How many times all observations are permuted.
        public var permutations: Int
        /// What the random numbers start from.
        public var seed: Seed
        /// Which differences count.
        public var alternative: Alternative
        /// How many threads may be used, if the machine has as many.
        public var threads: Int

        /// The options; they are checked when they are used.
        public init(
            permutations: Int = 9_999, seed: Seed, alternative: Alternative = .different, threads: Int = 16
        ) {
            (self.permutations, self.seed) = (permutations, seed)
            (self.alternative, self.threads) = (alternative, threads)
        }
    }

    /// The entropy of the first window.
    public let first: Double
    /// The entropy of the second window.
    public let second: Double
    /// What both are counted in.
    public let unit: EntropyUnit
    /// How many permutations made a difference at least as extreme as the one seen; of ``Alternative/different`` on the
    /// side where they are fewer.
    public let atLeastAsExtreme: Int
    /// How many permutations there were.
    public let permutations: Int
    /// Which differences counted.
    public let alternative: Alternative
}

extension PermutationTest {
    /// The entropy that the second window has more than the first.
    public var difference: Double { second - first }

    /// The chance of so extreme a difference, were all observations from one source; never zero.
    public var pValue: Double {
        let side = Double(atLeastAsExtreme + 1) / Double(permutations + 1)
        return alternative == .different ? min(2 * side, 1) : side
    }

    /// Compares two windows.
    /// - Throws: ``StatisticsError`` where a window is empty or the options cannot be, and what the estimator throws.
    /// - Complexity: for each permutation, one draw for each observation of the smaller window if both together have at
    ///   most 64 observations a value; else what 32 draws a value cost, in memory that does not grow with the windows.
    public init<Value>(
        from first: Counts<Value>, to second: Counts<Value>, by estimator: some EntropyEstimator = PlugIn(),
        in unit: EntropyUnit = .bits, _ options: Options
    ) throws(StatisticsError) {
        let table = ContingencyTable([first, second])
        for size in table.windowTotals { try CountVectors.check(size, for: "permutation test") }
        try CountVectors.check(table.total, for: "permutation test")
        let observed = (try estimator.nats(of: CountSpectrum(first)), try estimator.nats(of: CountSpectrum(second)))
        let deal = EntropyDeal(table, estimator)
        let streams = try ReplicateStreams(
            "permutations", count: options.permutations, seed: options.seed, threads: options.threads,
            effort: deal.effort)
        let differences = try streams.map { count, bits throws(StatisticsError) in try deal.differences(count, bits) }
        let extreme = options.alternative.extremes(of: differences, beside: observed.1 - observed.0)
        (self.first, self.second) = (unit.amount(ofNats: observed.0), unit.amount(ofNats: observed.1))
        (self.unit, alternative) = (unit, options.alternative)
        (atLeastAsExtreme, permutations) = (extreme, options.permutations)
    }

    /// Compares two windows by their plug-in entropies in bits, with 9,999 permutations.
    /// - Throws: ``StatisticsError`` where a window is empty.
    public init<Value>(
        from first: Counts<Value>, to second: Counts<Value>, seed: Seed
    ) throws(StatisticsError) {
        try self.init(from: first, to: second, Options(seed: seed))
    }
}

extension PermutationTest.Alternative {
    /// How many differences are as extreme as the one observed; equal ones may differ by the rounding of their sums.
    fileprivate func extremes(of differences: [Double], beside observed: Double) -> Int {
        let rounding = 1e-12
        var (greater, less) = (0, 0)
        for difference in differences {
            if difference >= observed - rounding { greater += 1 }
            if difference <= observed + rounding { less += 1 }
        }
        return switch self {
        case .different: min(greater, less)
        case .greater: greater
        case .less: less
        }
    }
}
