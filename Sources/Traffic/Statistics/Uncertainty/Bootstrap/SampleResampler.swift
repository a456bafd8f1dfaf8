/// Statistics of samples that are drawn from a sample with putting back.
struct SampleResampler: Sendable {
    private let sample: [Double]
    private let statistic: SampleStatistic

    init(sample: [Double], statistic: SampleStatistic) {
        if case .quantile = statistic.kind { self.sample = sample.sorted() } else { self.sample = sample }
        self.statistic = statistic
    }

    /// The statistics of `count` resamples, which may be no numbers.
    func replicates(_ count: Int, _ bits: PCG64) -> [Double] {
        var stream = IndexStream(below: sample.count, bits)
        switch statistic.kind {
        case .mean: return (0..<count).map { _ in mean(&stream) }
        case .quantile(let share): return quantiles(share, count, &stream)
        case .standardDeviation, .other: return values(count, &stream)
        }
    }

    /// The mean without the resample: its numbers are added as they are drawn.
    private func mean(_ stream: inout IndexStream) -> Double {
        let numbers = sample.span
        var local = stream
        var sums = FourSums()
        for _ in 0..<numbers.count / 4 {
            let drawn = local.four()
            sums.add(numbers[drawn.0], numbers[drawn.1], numbers[drawn.2], numbers[drawn.3])
        }
        for _ in 0..<numbers.count % 4 { sums.add(numbers[local.one()]) }
        stream = local
        return sums.total / Double(numbers.count)
    }

    /// Quantiles without sorting: the sample is in order, so it is enough to count how often each place is drawn.
    private func quantiles(_ share: Double, _ count: Int, _ stream: inout IndexStream) -> [Double] {
        var drawn = [UInt32](repeating: 0, count: sample.count)
        return (0..<count).map { _ in
            for place in drawn.indices { drawn[place] = 0 }
            self.count(&drawn, &stream)
            return Quantile.value(share, ofAscending: sample, times: drawn)
        }
    }

    private func values(_ count: Int, _ stream: inout IndexStream) -> [Double] {
        var resample = sample
        return (0..<count).map { _ in
            fill(&resample, &stream)
            return statistic.value(of: resample)
        }
    }

    private func count(_ counts: inout [UInt32], _ stream: inout IndexStream) {
        var local = stream
        var drawn = counts.mutableSpan
        for _ in 0..<drawn.count / 4 {
            let places = local.four()
            drawn[places.0] &+= 1
            drawn[places.1] &+= 1
            drawn[places.2] &+= 1
            drawn[places.3] &+= 1
        }
        for _ in 0..<drawn.count % 4 { drawn[local.one()] &+= 1 }
        stream = local
    }

    private func fill(_ resample: inout [Double], _ stream: inout IndexStream) {
        let numbers = sample.span
        var local = stream
        var drawn = resample.mutableSpan
        for place in 0..<numbers.count / 4 {
            let places = local.four()
            drawn[4 * place] = numbers[places.0]
            drawn[4 * place + 1] = numbers[places.1]
            drawn[4 * place + 2] = numbers[places.2]
            drawn[4 * place + 3] = numbers[places.3]
        }
        for place in numbers.count / 4 * 4..<numbers.count { drawn[place] = numbers[local.one()] }
        stream = local
    }
}
