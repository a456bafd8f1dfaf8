/// How many times each number occurs.
struct TiedRuns {
    /// The lengths of the runs of equal numbers, one for a number that occurs once.
    private(set) var lengths: [Int] = []

    init(ofAscending values: some Collection<Double>) {
        values.forEachRun { lengths.append($1) }
    }

    /// The number of pairs of equal numbers.
    var pairCount: Int { lengths.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
}
