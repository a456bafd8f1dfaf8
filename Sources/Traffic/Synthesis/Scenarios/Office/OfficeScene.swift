/// What all sources of a scenario know: when it plays, and who works there.
struct OfficeScene: Sendable {
    let start: Timestamp
    /// How long it plays, in seconds.
    let length: Double
    let seed: Seed
    let hosts: [OfficeHost]

    init(_ scenario: OfficeScenario) {
        (start, length, seed) = (scenario.start, scenario.duration.inSeconds, scenario.seed)
        hosts = (0..<scenario.hosts).map { OfficeHost($0, seed: scenario.seed) }
    }

    /// The generator of one source, which depends on what it is, and not on which others there are.
    func generator(_ key: [UInt32]) -> NumPyGenerator { Self.generator(key, seed: seed) }

    static func generator(_ key: [UInt32], seed: Seed) -> NumPyGenerator {
        NumPyGenerator(SeedSequence(seed, spawnKey: key))
    }
}

/// What sources are of, the first number of their generators' keys.
enum SourceFamily: UInt32 {
    case traits = 1
    case baseline
    case anomaly
}

extension Timestamp {
    /// The moment so many seconds later; held at the ends of what a time stamp covers.
    func after(_ seconds: Double) -> Timestamp { self + Timestamp(seconds: seconds).sinceEpoch }
}
