import Traffic

/// Samples of sources whose entropy is known.
enum Simulation {
    /// The counts of a sample.
    static func sample(_ shares: [Double], size: Int, _ generator: inout NumPyGenerator) -> CountSpectrum {
        var sum = 0.0
        let limits = shares.map { share in
            sum += share
            return sum
        }
        var counts = [Int](repeating: 0, count: shares.count)
        for _ in 0..<size {
            let draw = generator.random()
            counts[limits.firstIndex { draw < $0 } ?? shares.count - 1] += 1
        }
        return CountSpectrum(counts: counts)
    }
}

extension Counts where Value == Int {
    /// So many of 0, of 1, of 2 …
    init(numbered counts: [Int]) {
        self.init(counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) })
    }
}
