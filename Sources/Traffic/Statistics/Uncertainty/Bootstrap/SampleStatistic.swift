/// A figure that sums up a sample of numbers, such as its mean.
///
///     let range = SampleStatistic("range") { ($0.max() ?? 0) - ($0.min() ?? 0) }
///
/// It is asked on several threads at once, and must not depend on the order of the numbers.
public struct SampleStatistic: Sendable {
    /// What it is called.
    public let name: String
    let kind: Kind
    private let compute: @Sendable ([Double]) -> Double

    /// The statistics for which there are shorter ways.
    enum Kind {
        case mean
        case standardDeviation
        /// Of a share.
        case quantile(Double)
        case other
    }

    /// A statistic of one's own.
    public init(_ name: String, _ compute: @escaping @Sendable ([Double]) -> Double) {
        self.init(name, .other, compute)
    }

    private init(_ name: String, _ kind: Kind, _ compute: @escaping @Sendable ([Double]) -> Double) {
        self.name = name
        self.kind = kind
        self.compute = compute
    }

    /// The statistic of a sample that is not empty.
    public func value(of sample: [Double]) -> Double { compute(sample) }
}

extension SampleStatistic {
    /// The arithmetic mean.
    public static let mean = SampleStatistic("mean", .mean) { sample in
        var sums = FourSums()
        for four in 0..<sample.count / 4 {
            sums.add(sample[4 * four], sample[4 * four + 1], sample[4 * four + 2], sample[4 * four + 3])
        }
        for last in sample.suffix(sample.count % 4) { sums.add(last) }
        return sums.total / Double(sample.count)
    }

    /// The middle number.
    public static let median = quantile(0.5)

    /// The sample standard deviation (dividing by count − 1); zero for a single number.
    public static let standardDeviation = SampleStatistic("standard deviation", .standardDeviation) { sample in
        var moments = Moments()
        for value in sample { moments.add(value) }
        return moments.sampleVariance.squareRoot()
    }

    /// The value below which a share of the numbers lies, interpolated as NumPy and R do.
    public static func quantile(_ share: Double) -> SampleStatistic {
        SampleStatistic("quantile \(share)", .quantile(share)) { Quantile.value(share, ofAscending: $0.sorted()) }
    }
}

extension SampleStatistic {
    func finiteValue(of sample: [Double]) throws(StatisticsError) -> Double {
        let value = value(of: sample)
        guard value.isFinite else { throw .notFinite(statistic: name, index: 0, value: value) }
        return value
    }

    static func checked(
        _ sample: [Double], for use: String, least: Int
    ) throws(StatisticsError) -> [Double] {
        guard !sample.isEmpty else { throw .noValues(statistic: use) }
        guard sample.count >= least else { throw .tooFew(statistic: use, have: sample.count, need: least) }
        if let bad = sample.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(statistic: use, index: bad, value: sample[bad])
        }
        return sample
    }
}

/// A sum in four parts, of the first, second, third and fourth of each four, so that four additions run at once.
///
/// A mean and the means of its resamples are added up in the same order: where all numbers are equal, so are they, to
/// the last digit.
struct FourSums {
    private var sums = SIMD4<Double>.zero

    @inline(__always)
    mutating func add(_ first: Double, _ second: Double, _ third: Double, _ fourth: Double) {
        sums += SIMD4(first, second, third, fourth)
    }

    @inline(__always)
    mutating func add(_ one: Double) { sums.x += one }

    var total: Double { sums.x + sums.y + (sums.z + sums.w) }
}
