/// How many values were seen how often: all that an estimator of entropy needs to know of a sample.
///
///     let spectrum = CountSpectrum(counts: [4, 1, 1])
///     spectrum.total          // 6
///     spectrum.support        // 3
///     spectrum.groups         // seen once: 2 values, seen four times: 1 value
///
/// Ascending and grouped, it is the same however the counts were ordered, so that no sum over it depends on the order,
/// not even in its last digit; and what is costly is computed once a group. A count of zero or less is no observation
/// and is left out. In ecology and linguistics these are the frequencies of frequencies.
/// - Complexity: O(*n*) in the number of counts.
public struct CountSpectrum: Hashable, Sendable {
    /// A count above zero, and how many values have it.
    public struct Group: Hashable, Sendable {
        /// How often each of these values was seen.
        public let count: Int
        /// How many values were seen so often.
        public let multiplicity: Int
    }

    /// The groups in ascending order of their counts.
    public let groups: [Group]
    /// The number of observations, held at the largest whole number.
    public let total: Int
    /// How many different values were seen.
    public let support: Int

    /// The spectrum of counts.
    public init(counts: some Sequence<Int>) {
        groups = Self.groups(of: Array(counts))
        support = groups.reduce(0) { $0 + $1.multiplicity }
        total = groups.reduce(0) { sum, group in
            let product = group.count.multipliedReportingOverflow(by: group.multiplicity)
            let next = sum.addingReportingOverflow(product.partialValue)
            return product.overflow || next.overflow ? .max : next.partialValue
        }
    }

    /// The spectrum of counted values.
    public init(_ counts: Counts<some Hashable & Sendable>) {
        self.init(counts: counts.byValue.values)
    }
}

extension CountSpectrum {
    /// Whether nothing was seen.
    public var isEmpty: Bool { total == 0 }

    /// The number of observations in numbers that do not end.
    var size: Double { sum { $0 } }

    /// How many values were seen just so often.
    public func multiplicity(of count: Int) -> Int {
        groups.first { $0.count >= count }.map { $0.count == count ? $0.multiplicity : 0 } ?? 0
    }

    /// How many values were seen once: the *singletons*, from which much can be told about what was not seen.
    public var singletons: Int { multiplicity(of: 1) }

    /// The sum over all values that were seen of something that depends on a value's count alone.
    public func sum(_ term: (_ count: Double) -> Double) -> Double {
        groups.reduce(0) { $0 + Double($1.multiplicity) * term(Double($1.count)) }
    }
}
