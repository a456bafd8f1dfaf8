/// A machine on somebody's desk, and what is particular about its owner.
struct OfficeHost: Hashable, Sendable {
    let number: Int
    /// How much more than others its owner does.
    let activity: Double
    /// By how many seconds its owner comes later than others.
    let shift: Double
    let hasVersion6: Bool
    let usesShell: Bool
    /// Which sites its owner prefers.
    let taste: Int
    /// The hop limit its system begins with.
    let hops: UInt8

    init(_ number: Int, seed: Seed) {
        var generator = OfficeScene.generator([SourceFamily.traits.rawValue, UInt32(clamping: number)], seed: seed)
        self.number = number
        activity = min(generator.logNormal(median: 0.9, spread: 0.45), 4)
        shift = generator.normal(standardDeviation: 2400)
        hasVersion6 = generator.chance(0.4)
        usesShell = generator.chance(0.25)
        taste = generator.integer(in: 0..<Site.count)
        hops = generator.chance(0.7) ? 128 : 64
    }

    var address: IPAddress { OfficeNetwork.client(number) }
    var address6: IPAddress { OfficeNetwork.client6(number) }
}
