internal import Glibc

/// How far the values of a window are distributed otherwise than those of a baseline.
///
///     let change = try Divergence(of: Counts(window.ports), from: Counts(usual.ports))
///     change.jensenShannonDistance(in: .bits)                      // from 0, alike, to 1, nothing in common
///     change.kullbackLeibler(in: .bits)                            // infinite where the window has a new value
///     try change.kullbackLeibler(pseudocount: 0.5, in: .bits)      // finite
///
/// All are of the shares in either sample as they are (plug-in): two samples of one source differ too, by as much as
/// ``kullbackLeiblerByChance(in:)`` and ``jensenShannonDivergenceByChance(in:)`` say. The sums do not depend on the
/// order of the values, not even in the last digit.
public struct Divergence: Hashable, Sendable {
    /// The shares of a value in the window and in the baseline.
    struct Shares: Hashable, Sendable {
        let window: Double
        let baseline: Double
    }

    /// The counts of every value that was seen in either, in no particular order.
    private let counts: [Shares]
    /// The number of observations in the window.
    public let windowTotal: Int
    /// The number of observations in the baseline.
    public let baselineTotal: Int

    /// Compares what was counted in a window with what was counted in a baseline.
    /// - Throws: ``StatisticsError/noValues(statistic:)`` where one of them is empty: it has no distribution.
    /// - Complexity: O(*k*) for *k* different values.
    public init<Value>(of window: Counts<Value>, from baseline: Counts<Value>) throws(StatisticsError) {
        guard !window.isEmpty else { throw .noValues(statistic: "divergence: window") }
        guard !baseline.isEmpty else { throw .noValues(statistic: "divergence: baseline") }
        let seen = window.byValue.map { Shares(window: Double($0.value), baseline: Double(baseline[$0.key])) }
        let unseen = baseline.byValue.filter { window[$0.key] == 0 }
        counts = seen + unseen.values.map { Shares(window: 0, baseline: Double($0)) }
        (windowTotal, baselineTotal) = (window.total, baseline.total)
    }

    /// How many different values were seen in either.
    public var support: Int { counts.count }

    /// The cross-entropy −Σ *p* log *q*: what a value of the window costs in a code made for the baseline.
    ///
    /// Infinite where the window has a value that the baseline has not.
    public func crossEntropy(in unit: EntropyUnit = .bits) -> Double {
        unit.amount(ofNats: sum { $0.window > 0 ? -$0.window * log($0.baseline) : 0 })
    }

    /// The Kullback–Leibler divergence Σ *p* log (*p* / *q*) of the window from the baseline, also called relative
    /// entropy: what is wasted by a code made for the baseline.
    ///
    /// Infinite where the window has a value that the baseline has not, which is what the definition says: one packet
    /// to a new port is enough. ``kullbackLeibler(pseudocount:alphabet:in:)`` is finite.
    public func kullbackLeibler(in unit: EntropyUnit = .bits) -> Double {
        unit.amount(ofNats: max(sum(Self.relative), 0))
    }

    /// The Kullback–Leibler divergence from a baseline in which every value was seen `pseudocount` times more.
    ///
    /// The baseline's shares become (*c* + *a*) / (*m* + *K* *a*); the window's stay as they are. It is finite, and
    /// depends on the pseudocount wherever there are new values: state it (0.5 is usual). The alphabet, how many values
    /// there can be, is what was seen in either unless it is given.
    /// - Throws: ``StatisticsError`` for a pseudocount that is not above zero and finite, and for an alphabet smaller
    ///   than what was seen.
    public func kullbackLeibler(
        pseudocount: Double, alphabet: Int? = nil, in unit: EntropyUnit = .bits
    ) throws(StatisticsError) -> Double {
        guard pseudocount > 0, pseudocount <= 1e100 else {
            throw .outOfRange(argument: "pseudocount", value: "\(pseudocount)", allowed: "one above zero, up to 1e100")
        }
        let alphabet = alphabet ?? support
        guard alphabet >= support else { throw .alphabetTooSmall(alphabet: alphabet, seen: support) }
        let size = log(baselineSize + pseudocount * Double(alphabet))
        let terms = counts.map { count in
            // Logarithms of the share's parts, because the share itself may be too small a number.
            Self.relative(count.window / windowSize, log(count.baseline + pseudocount) - size)
        }
        return unit.amount(ofNats: max(total(terms), 0))
    }

    /// The Jensen–Shannon divergence: the mean of how far either is from their mixture.
    ///
    /// Symmetric and finite, from zero to one bit, whatever was seen in only one of them.
    /// Source: J. Lin, Divergence measures based on the Shannon entropy, IEEE Transactions on Information Theory 37,
    /// 1991.
    public func jensenShannonDivergence(in unit: EntropyUnit = .bits) -> Double {
        unit.amount(ofNats: min(max(sum(Self.mixed), 0), log(2)))
    }

    /// The square root of ``jensenShannonDivergence(in:)``, which is a distance (Endres and Schindelin, IEEE
    /// Transactions on Information Theory 49, 2003), as SciPy's `jensenshannon`.
    public func jensenShannonDistance(in unit: EntropyUnit = .bits) -> Double {
        jensenShannonDivergence(in: unit).squareRoot()
    }
}

extension Divergence {
    private var windowSize: Double { Double(windowTotal) }
    private var baselineSize: Double { Double(baselineTotal) }

    private static func relative(_ shares: Shares) -> Double {
        relative(shares.window, log(shares.baseline))
    }

    private static func relative(_ share: Double, _ logarithm: Double) -> Double {
        share > 0 ? share * (log(share) - logarithm) : 0
    }

    /// Half of *p* log (*p* / *m*) + *q* log (*q* / *m*) for *m* = (*p* + *q*) / 2, with *p* = *m* (1 + *d*) and
    /// *q* = *m* (1 − *d*): zero to the last digit where they are alike.
    private static func mixed(_ shares: Shares) -> Double {
        let (p, q) = (shares.window, shares.baseline)
        let difference = (p - q) / (p + q)
        let windowPart = p > 0 ? p * log1p(difference) : 0
        let baselinePart = q > 0 ? q * log1p(-difference) : 0
        return (windowPart + baselinePart) / 2
    }

    private func sum(_ term: (Shares) -> Double) -> Double {
        total(counts.map { term(Shares(window: $0.window / windowSize, baseline: $0.baseline / baselineSize)) })
    }

    /// The terms come in the order of a hash table, so they are put in order before they are added.
    private func total(_ terms: [Double]) -> Double {
        terms.sorted().reduce(0, +)
    }
}
