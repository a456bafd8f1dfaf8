/// Deals all observations of two windows anew into one of a given size and the rest: a multivariate hypergeometric
/// vector, by drawing observations without putting back, or each value's count given those before it.
struct CountDealer: Sendable {
    private let counts: [Int]
    private let total: Int
    private let dealt: Int
    private let observations: [UInt32]

    /// A dealer of `dealt` of the observations that are counted.
    init(_ counts: [Int], dealt: Int) {
        self.counts = counts
        self.dealt = dealt
        total = counts.reduce(0, +)
        let isDealtOneByOne = total / (2 * CountResampler.observationsPerValue) <= counts.count
        observations = isDealtOneByOne ? counts.observations : []
    }

    /// What one deal costs, in draws.
    var effort: Int { observations.isEmpty ? counts.count * CountResampler.observationsPerValue : dealt }

    /// Room to deal in.
    func deck() -> [UInt32] { observations }

    /// Deals once; the deck need not be in order.
    func deal(_ deck: inout [UInt32], into hand: inout [Int], _ bits: inout PCG64) {
        if deck.isEmpty { dealCounts(into: &hand, &bits) } else { dealObservations(&deck, into: &hand, &bits) }
    }

    /// The first steps of Fisher and Yates's shuffle.
    private func dealObservations(_ deck: inout [UInt32], into hand: inout [Int], _ bits: inout PCG64) {
        var deck = deck.mutableSpan
        var hand = hand.mutableSpan
        for value in hand.indices { hand[value] = 0 }
        for place in 0..<dealt {
            let other = place + bits.index(below: deck.count - place)
            let value = deck[other]
            deck[other] = deck[place]
            deck[place] = value
            hand[Int(value)] += 1
        }
    }

    private func dealCounts(into hand: inout [Int], _ bits: inout PCG64) {
        var (left, population) = (Double(dealt), Double(total))
        for (value, count) in counts.enumerated() {
            let taken = Hypergeometric(marked: Double(count), population: population, drawn: left).draw(&bits)
            hand[value] = Int(taken)
            left -= taken
            population -= Double(count)
        }
    }
}
