/// The differences of entropy that come about when the observations of two windows are dealt anew.
struct EntropyDeal: Sendable {
    private let counts: [Int]
    private let dealer: CountDealer
    private let isSecondDealt: Bool
    private let dealtScorer: CountScorer
    private let restScorer: CountScorer

    init(_ table: ContingencyTable, _ estimator: some EntropyEstimator) {
        let sizes = table.windowTotals.map { Int($0) }
        counts = table.columns.reversed().map { Int($0.total) }
        isSecondDealt = sizes[1] < sizes[0]
        let dealt = min(sizes[0], sizes[1])
        dealer = CountDealer(counts, dealt: dealt)
        dealtScorer = CountScorer(estimator, size: dealt)
        restScorer = CountScorer(estimator, size: max(sizes[0], sizes[1]))
    }

    /// What one difference costs, in draws.
    var effort: Int { dealer.effort }

    /// The entropy of the second window minus that of the first in each of `count` deals, in nats.
    func differences(_ count: Int, _ bits: PCG64) throws(StatisticsError) -> [Double] {
        var bits = bits
        var deck = dealer.deck()
        var hand = counts
        var rest = counts
        var differences: [Double] = []
        for _ in 0..<count {
            dealer.deal(&deck, into: &hand, &bits)
            for value in counts.indices { rest[value] = counts[value] - hand[value] }
            let gained = try dealtScorer.nats(of: hand) - restScorer.nats(of: rest)
            differences.append(isSecondDealt ? gained : -gained)
        }
        return differences
    }
}
