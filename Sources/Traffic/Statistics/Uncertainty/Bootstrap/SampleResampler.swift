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
        var sums = FourSums()
        stream.draw(numbers.count) { first, second, third, fourth in
            sums.add(numbers[first], numbers[second], numbers[third], numbers[fourth])
        } one: { index in
            sums.add(numbers[index])
        }
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
        var drawn = counts.mutableSpan
        stream.draw(drawn.count) { first, second, third, fourth in
            drawn[first] &+= 1
            drawn[second] &+= 1
            drawn[third] &+= 1
            drawn[fourth] &+= 1
        } one: { index in
            drawn[index] &+= 1
        }
    }

    private func fill(_ resample: inout [Double], _ stream: inout IndexStream) {
        let numbers = sample.span
        var drawn = resample.mutableSpan
        var place = 0
        stream.draw(numbers.count) { first, second, third, fourth in
            drawn[place] = numbers[first]
            drawn[place + 1] = numbers[second]
            drawn[place + 2] = numbers[third]
            drawn[place + 3] = numbers[fourth]
            place += 4
        } one: { index in
            drawn[place] = numbers[index]
            place += 1
        }
    }
}
