import Traffic

extension Task {
    /// Ten thousand replicates and their BCa interval; the answer is its width.
    static let bootstraps = [1, Bootstrap(seed: 1).threads].flatMap { threads in
        let suffix = threads == 1 ? ", 1 thread" : ""
        return [
            Task(name: "bootstrap of a mean\(suffix)") { try bootstrap(.mean, threads) },
            Task(name: "bootstrap of a median\(suffix)") { try bootstrap(.median, threads) },
            Task(name: "bootstrap of an entropy\(suffix)") {
                var generator = NumPyGenerator(seed: 1)
                let spectrum = CountSpectrum(Counts(values(&generator).map { Int(50 * $0 * $0 * $0) }))
                return { try Bootstrap(seed: 1, threads: threads).estimate(PlugIn(), of: spectrum).interval.width }
            },
        ]
    }

    private static func bootstrap(_ statistic: SampleStatistic, _ threads: Int) throws -> () throws -> Double {
        var generator = NumPyGenerator(seed: 1)
        let sample = values(&generator)
        return { try Bootstrap(seed: 1, threads: threads).estimate(statistic, of: sample).interval.width }
    }

    private static func values(_ generator: inout NumPyGenerator) -> [Double] {
        (0..<1_000).map { _ in generator.random() }
    }
}
