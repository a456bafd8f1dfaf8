/// The slopes of all pairs of points with different x, selected by rank without being written down: ten thousand points
/// have fifty million.
///
/// The slope of a pair is below s where subtracting s·x turns the order of its y around, so merge sort counts the
/// slopes below any s (Cole, Salowe, Steiger and Szemerédi, SIAM Journal on Computing 18, 1989). Halving the interval
/// in which the wanted slope lies, until few enough are in it, then lists only those.
struct PairSlopes {
    /// Ascending; equal x by ascending y.
    let x: [Double]
    let y: [Double]
    /// How many there are.
    let count: Int
    private let bounds: ClosedRange<Double>
    private let most: Int
    /// How many are zero: pairs of equal y, less those that are the same point.
    private let levelCount: Int

    /// Nil without any; at most `most` of them, if it can be done, are written down at a time.
    init?(x: [Double], y: [Double], listing most: Int? = nil) throws(StatisticsError) {
        let order = x.indices.sorted { (x[$0], y[$0]) < (x[$1], y[$1]) }
        self.x = order.map { x[$0] }
        self.y = order.map { y[$0] }
        self.most = most ?? max(4096, 4 * x.count)
        count = x.count * (x.count - 1) / 2 - TiedRuns(ofAscending: self.x).pairCount
        levelCount = TiedRuns(ofAscending: y.sorted()).pairCount - Self.samePointCount(self.x, self.y)
        guard count > 0 else { return nil }
        bounds = try Self.bounds(self.x, self.y)
    }

    /// The middle slope, or the mean of the middle two.
    var median: Double {
        let upper = value(ofRank: count / 2)
        return count % 2 == 1 ? upper : value(ofRank: count / 2 - 1) / 2 + upper / 2
    }

    /// The slope of a rank, from zero.
    func value(ofRank rank: Int) -> Double {
        var (low, high) = (bounds.lowerBound, bounds.upperBound)
        var (below, through) = (0, count)
        // Halving would take a thousand steps towards zero, where the slopes of equal values are.
        if bounds.contains(0) {
            let falling = TurnedPairs.count(keys(0))
            if rank >= falling, rank < falling + levelCount { return 0 }
            if rank < falling { (high, through) = (0, falling) } else { (low, below) = (0, falling) }
        }
        while through - below > most {
            let middle = low / 2 + high / 2
            guard middle > low, middle < high else { return low }
            let count = TurnedPairs.count(keys(middle))
            if count <= rank { (low, below) = (middle, count) } else { (high, through) = (middle, count) }
        }
        let listed = slopes(from: low, to: high).sorted()
        guard !listed.isEmpty else { return low }
        return listed[min(max(rank - below, 0), listed.count - 1)]
    }
}

extension PairSlopes {
    private static func samePointCount(_ x: [Double], _ y: [Double]) -> Int {
        var (total, run) = (0, 0)
        for place in x.indices.dropFirst() {
            run = x[place] == x[place - 1] && y[place] == y[place - 1] ? run + 1 : 0
            total += run
        }
        return total
    }

    /// Steepest and flattest slope, and a little on either side. No pair is steeper than the steepest of neighbours.
    private static func bounds(_ x: [Double], _ y: [Double]) throws(StatisticsError) -> ClosedRange<Double> {
        // Of equal x the last faces the next x downwards and the first upwards, so both have to be looked at.
        var (least, greatest) = (Double.infinity, -Double.infinity)
        var first = 0
        var previous = 0..<0
        for place in x.indices where place + 1 == x.count || x[place + 1] != x[place] {
            if let before = previous.first, let last = previous.last {
                let distance = x[place] - x[before]
                least = min(least, (y[first] - y[last]) / distance)
                greatest = max(greatest, (y[place] - y[before]) / distance)
            }
            previous = first..<(place + 1)
            first = place + 1
        }
        guard max(abs(least), abs(greatest)) <= 1e300 else {
            throw .outOfRange(
                argument: "steepest slope", value: "\(max(abs(least), abs(greatest)))", allowed: "x farther apart")
        }
        let margin = max((greatest - least) / 1024, max(abs(least), abs(greatest)) * 1e-9, .leastNormalMagnitude)
        return (least - margin)...(greatest + margin)
    }

    private func keys(_ slope: Double) -> [Double] {
        x.indices.map { y[$0] - slope * (x[$0] - x[0]) }
    }

    /// The slopes that are not below `low` and below `high`.
    private func slopes(from low: Double, to high: Double) -> [Double] {
        let start = keys(low)
        let order = x.indices.sorted { (start[$0], $0) < (start[$1], $1) }
        let end = keys(high)
        return TurnedPairs.list(order.map { end[$0] }).map { earlier, later in
            let (from, to) = (order[earlier], order[later])
            return (y[to] - y[from]) / (x[to] - x[from])
        }
    }
}
