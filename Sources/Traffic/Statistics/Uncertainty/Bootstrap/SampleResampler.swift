/// Statistics of samples that are drawn from a sample with putting back.
struct SampleResampler: Sendable {
    let sample: [Double]
    let statistic: SampleStatistic

    /// The statistics of `count` resamples, which may be no numbers.
    func replicates(_ count: Int, _ bits: inout PCG64) -> [Double] {
        var stream = IndexStream(below: sample.count, bits)
        var resample = statistic.isMean ? [] : sample
        let values = (0..<count).map { _ in
            if statistic.isMean { return mean(&stream) }
            fill(&resample, &stream)
            return statistic.value(of: resample)
        }
        bits = stream.bits
        return values
    }

    /// The mean without the resample: its numbers are added as they are drawn.
    private func mean(_ stream: inout IndexStream) -> Double {
        var sums = PairedSums()
        for _ in 0..<sample.count / 2 {
            let (first, second) = stream.pair()
            sums.add(sample[first], sample[second])
        }
        if sample.count % 2 == 1 { sums.add(sample[stream.pair().0], 0) }
        return sums.total / Double(sample.count)
    }

    private func fill(_ resample: inout [Double], _ stream: inout IndexStream) {
        for pair in 0..<sample.count / 2 {
            let (first, second) = stream.pair()
            resample[2 * pair] = sample[first]
            resample[2 * pair + 1] = sample[second]
        }
        if sample.count % 2 == 1 { resample[sample.count - 1] = sample[stream.pair().0] }
    }
}
