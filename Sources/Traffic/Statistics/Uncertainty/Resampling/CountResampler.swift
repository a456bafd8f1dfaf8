/// Draws as many observations as a sample has, each of them equally likely one of the sample's, and counts their
/// values: a multinomial vector, in the order of the sample's spectrum from the largest count on.
///
/// Where there are few observations to a value, each is drawn; else each value's count is, given those before it, so
/// that the cost does not grow with the number of observations.
struct CountResampler: Sendable {
    /// Drawing a value's count costs about as much as drawing so many observations.
    static let observationsPerValue = 32

    private let counts: [Int]
    private let total: Int
    /// The value of each observation, where observations are drawn.
    private let valueOf: [UInt32]

    init(_ spectrum: CountSpectrum) {
        counts = spectrum.descendingCounts
        total = spectrum.total
        let isDrawnOneByOne = total / Self.observationsPerValue <= counts.count
        valueOf = isDrawnOneByOne ? counts.observations : []
    }

    /// What one resample costs, in draws.
    var effort: Int { valueOf.isEmpty ? counts.count * Self.observationsPerValue : total }

    /// What an estimator makes of `count` resamples, in nats.
    func replicates(
        _ count: Int, _ scorer: CountScorer, _ bits: PCG64
    ) throws(StatisticsError) -> [Double] {
        var bits = bits
        var stream = IndexStream(below: max(valueOf.count, 1), bits)
        var drawn = counts
        var apart = [SIMD4<Int32>](repeating: .zero, count: valueOf.isEmpty ? 0 : counts.count)
        var values: [Double] = []
        for _ in 0..<count {
            if valueOf.isEmpty {
                drawCounts(into: &drawn, &bits)
            } else {
                drawObservations(into: &drawn, apart: &apart, &stream)
            }
            values.append(try scorer.nats(of: drawn))
        }
        return values
    }

    /// The first, second, third and fourth of each four are counted apart: a count that goes up twice in a row would
    /// wait for itself, and of the values of traffic a few are drawn most of the time.
    private func drawObservations(
        into counts: inout [Int], apart: inout [SIMD4<Int32>], _ stream: inout IndexStream
    ) {
        let valueOf = valueOf.span
        var drawn = apart.mutableSpan
        for value in drawn.indices { drawn[value] = .zero }
        stream.draw(valueOf.count) { first, second, third, fourth in
            drawn[Int(valueOf[first])].x &+= 1
            drawn[Int(valueOf[second])].y &+= 1
            drawn[Int(valueOf[third])].z &+= 1
            drawn[Int(valueOf[fourth])].w &+= 1
        } one: { index in
            drawn[Int(valueOf[index])].x &+= 1
        }
        for value in counts.indices { counts[value] = Int(drawn[value].wrappedSum()) }
    }

    private func drawCounts(into drawn: inout [Int], _ bits: inout PCG64) {
        var (left, weight) = (Double(total), Double(total))
        for (value, count) in counts.enumerated() {
            let share = Double(count) / weight
            let taken = Binomial(trials: left, probability: value == counts.count - 1 ? 1 : share).draw(&bits)
            drawn[value] = Int(taken)
            left -= taken
            weight -= Double(count)
        }
    }
}

extension CountSpectrum {
    /// The counts of all values, the largest first.
    var descendingCounts: [Int] {
        groups.reversed().flatMap { Array(repeating: $0.count, count: $0.multiplicity) }
    }
}

extension [Int] {
    /// The number of its value for each observation that is counted here.
    var observations: [UInt32] {
        enumerated().flatMap { Array<UInt32>(repeating: UInt32($0.offset), count: $0.element) }
    }
}
