import Traffic

extension Task {
    /// The entropy of 65,536 counts: of small ones, many of them alike, and of large ones, most of them different.
    static let entropies = [
        entropy("entropy of counts below 100", below: 100),
        entropy("entropy of counts below a million", below: 1_000_000),
    ]

    private static func entropy(_ name: String, below limit: Int) -> Task {
        Task(name: name) {
            var generator = NumPyGenerator(seed: 1)
            let counts = generator.integers(in: 1..<limit, count: 65_536)
            return { Entropy.bits(of: counts) }
        }
    }
}
