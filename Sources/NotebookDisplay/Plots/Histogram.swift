/// How often values fall into adjoining bins.
///
/// A bin holds its lower edge and not its upper one; the last bin holds both. Values that are not finite, or outside
/// given edges, are counted apart.
public struct Histogram: Hashable, Sendable, PlotContent {
    /// How the bins are chosen.
    public enum Binning: Hashable, Sendable {
        /// As wide as Freedman and Diaconis advise (twice the interquartile range over the cube root of the count, On
        /// the histogram as a density estimator, 1981), between 5 and 60 bins; Sturges's count where that range is 0.
        case automatic
        /// So many equally wide bins from the least to the greatest value.
        case count(Int)
        /// Equally wide bins that start at a multiple of their width.
        case width(Double)
        /// Bins between these edges, which ascend.
        case edges([Double])
    }

    /// The name in the legend.
    public var name: String?
    /// One more than `counts`, ascending; empty when there are no values.
    public var edges: [Double]
    /// How many values fall into each bin.
    public var counts: [Int]
    /// What is not in the data, and why.
    public var omitted: Omission

    /// Counts the values into bins.
    /// - Complexity: O(*n* log *b*) in the number of values and bins.
    public init(_ values: some Sequence<some PlotNumber>, bins: Binning = .automatic, name: String? = nil) {
        let all = values.plotValues
        let finite = all.filter(\.isFinite)
        self.name = name
        edges = Self.edges(bins, of: finite)
        counts = Array(repeating: 0, count: max(edges.count - 1, 0))
        var outside = 0
        for value in finite {
            if let bin = Self.bin(of: value, edges) { counts[bin] += 1 } else { outside += 1 }
        }
        omitted = Omission(unpaired: outside, undefined: all.count - finite.count)
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.histogram(self).add(to: &panel) }
}

extension Histogram {
    private static let mostBins = 1_000

    private static func edges(_ binning: Binning, of values: [Double]) -> [Double] {
        if case .edges(let given) = binning { return ascending(given) }
        guard let low = values.min(), let high = values.max() else { return [] }
        switch binning {
        case .width(let width) where width > 0 && width.isFinite: return steps(of: width, from: low, to: high)
        case .count(let count): return equal(min(max(count, 1), mostBins), from: low, to: high)
        default: return equal(automaticCount(values, high - low), from: low, to: high)
        }
    }

    private static func ascending(_ edges: [Double]) -> [Double] {
        var kept: [Double] = []
        for edge in edges.lazy.filter(\.isFinite).sorted() where kept.last != edge { kept.append(edge) }
        return kept.count < 2 ? [] : Array(kept.prefix(mostBins + 1))
    }

    private static func equal(_ count: Int, from low: Double, to high: Double) -> [Double] {
        guard low < high else { return [low - 0.5, low + 0.5] }
        let width = high / Double(count) - low / Double(count)
        return (0..<count).map { low + Double($0) * width } + [high]
    }

    private static func steps(of width: Double, from low: Double, to high: Double) -> [Double] {
        let (first, last) = ((low / width).rounded(.down), (high / width).rounded(.down) + 1)
        guard last - first <= Double(mostBins) else { return equal(mostBins, from: low, to: high) }
        return (0...Int(last - first)).map { (first + Double($0)) * width }
    }

    private static func automaticCount(_ values: [Double], _ range: Double) -> Int {
        let sorted = values.sorted()
        let spread = Quantile.of(sorted, 0.75) - Quantile.of(sorted, 0.25)
        let count = Double(values.count)
        guard spread > 0, range > 0 else { return Int.bitWidth - (values.count - 1).leadingZeroBitCount + 1 }
        let share = range / (2 * spread * powerOfOneThird(count))
        return share.isFinite ? Int(min(max(share.rounded(.up), 5), 60)) : 60
    }

    /// 1 / ∛n by Newton's method, which needs no mathematics library.
    private static func powerOfOneThird(_ count: Double) -> Double {
        var root = max(count, 1).squareRoot()
        for _ in 0..<60 { root = (2 * root + count / (root * root)) / 3 }
        return 1 / root
    }

    private static func bin(of value: Double, _ edges: [Double]) -> Int? {
        guard let first = edges.first, let last = edges.last, value >= first, value <= last else { return nil }
        var (low, high) = (0, edges.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if value >= edges[middle] { low = middle } else { high = middle }
        }
        return low
    }
}
