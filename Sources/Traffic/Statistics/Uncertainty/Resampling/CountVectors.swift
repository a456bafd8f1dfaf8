/// What all that is drawn from counts asks of them.
enum CountVectors {
    /// The most observations that can be told apart in numbers of 53 bits.
    static let most = 1 << 53

    static func check(_ size: Double, for use: String) throws(StatisticsError) {
        guard size > 0 else { throw .noValues(statistic: use) }
        guard size <= Double(most) else {
            throw .tooMany(argument: "\(use): observations", value: Int(exactly: size.rounded()) ?? .max, most: most)
        }
    }
}

extension CountResampler {
    /// What an estimator makes of `count` resamples, in nats.
    func replicates(
        _ count: Int, _ scorer: CountScorer, _ bits: inout PCG64
    ) throws(StatisticsError) -> [Double] {
        var drawn = [Int](repeating: 0, count: support)
        var values: [Double] = []
        for _ in 0..<count {
            draw(into: &drawn, &bits)
            values.append(try scorer.nats(of: drawn))
        }
        return values
    }
}
