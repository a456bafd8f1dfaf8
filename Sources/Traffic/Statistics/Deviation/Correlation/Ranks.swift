/// Places in the order of size.
enum Ranks {
    /// The rank of each value, from one; equal values share the mean of theirs.
    static func mid(of values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        for length in TiedRuns(ofAscending: order.lazy.map { values[$0] }).lengths {
            let rank = Double(start) + Double(length + 1) / 2
            for place in start..<(start + length) { ranks[order[place]] = rank }
            start += length
        }
        return ranks
    }
}
