/// Statistics of samples that are drawn from a sample with putting back.
struct SampleResampler: Sendable {
    let sample: [Double]
    let statistic: SampleStatistic

    /// The statistics of `count` resamples, which may be no numbers.
    func replicates(_ count: Int, _ bits: PCG64) -> [Double] {
        var stream = IndexStream(below: sample.count, bits)
        if statistic.isMean { return (0..<count).map { _ in mean(&stream) } }
        var resample = sample
        return (0..<count).map { _ in
            fill(&resample, &stream)
            return statistic.value(of: resample)
        }
    }

    /// The mean without the resample: its numbers are added as they are drawn.
    private func mean(_ stream: inout IndexStream) -> Double {
        let numbers = sample.span
        var local = stream
        var sums = PairedSums()
        for _ in 0..<numbers.count / 4 {
            let drawn = local.four()
            sums.add(numbers[drawn.0], numbers[drawn.1])
            sums.add(numbers[drawn.2], numbers[drawn.3])
        }
        for _ in 0..<numbers.count % 4 { sums.add(numbers[local.one()]) }
        stream = local
        return sums.total / Double(numbers.count)
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
