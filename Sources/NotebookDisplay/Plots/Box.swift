/// The spread of one sample as a box from the first to the third quartile with the median in it.
///
/// Whiskers reach the outermost values within one and a half box lengths (Tukey); values beyond are drawn one by one.
/// Several boxes of one panel stand side by side.
public struct Box: Hashable, Sendable, PlotContent {
    /// The category below the box.
    public var name: String
    /// How many finite values the sample has.
    public var count: Int
    /// NaN when the sample is empty, as are the other statistics.
    public var median: Double
    /// A quarter of the values lies below it.
    public var lowerQuartile: Double
    /// A quarter of the values lies above it.
    public var upperQuartile: Double
    /// The least value within reach of the box.
    public var lowerWhisker: Double
    /// The greatest value within reach of the box.
    public var upperWhisker: Double
    /// The values beyond the whiskers, ascending.
    public var outliers: [Double]
    /// What is not in the data, and why.
    public var omitted: Omission

    /// Summarises a sample; values that are not finite are counted apart.
    /// - Complexity: O(*n* log *n*) in the number of values.
    public init(_ name: String, _ values: some Sequence<some PlotNumber>) {
        let all = values.plotValues
        let sorted = all.filter(\.isFinite).sorted()
        self.name = name
        count = sorted.count
        median = Quantile.of(sorted, 0.5)
        (lowerQuartile, upperQuartile) = (Quantile.of(sorted, 0.25), Quantile.of(sorted, 0.75))
        let reach = 1.5 * (upperQuartile - lowerQuartile)
        let (low, high) = (lowerQuartile - reach, upperQuartile + reach)
        lowerWhisker = sorted.first { $0 >= low } ?? .nan
        upperWhisker = sorted.last { $0 <= high } ?? .nan
        let beyond = sorted.filter { $0 < low || $0 > high }
        let kept = Thinning.extremes(of: [beyond], to: Budget.outliers)
        outliers = kept.map { beyond[$0] }
        omitted = Omission(thinned: beyond.count - kept.count, undefined: all.count - sorted.count)
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.box(self).add(to: &panel) }
}
