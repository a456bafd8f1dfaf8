/// A place in the web: a name, its server, and how far away that is.
struct Site: Hashable, Sendable {
    static let count = 380

    let number: Int
    /// Whether it is a machine of a content network that serves many sites.
    let isEdge: Bool

    /// A site by its number, from zero on.
    init(_ number: Int) { (self.number, isEdge) = (((number % Self.count) + Self.count) % Self.count, false) }

    /// A machine of a content network, one of 32,768.
    init(edge: Int) { (number, isEdge) = (edge & 0x7fff, true) }

    var name: String { isEdge ? "e\(number).cdn.example" : "www.site\(number).example" }
    var address: IPAddress { isEdge ? OfficeNetwork.edge(number) : OfficeNetwork.server(number) }

    /// About half of all sites have one.
    var address6: IPAddress? {
        guard trait(1) < 0.5 else { return nil }
        return isEdge ? OfficeNetwork.edge6(number) : OfficeNetwork.server6(number)
    }

    /// Seconds from a question to its answer.
    var delay: Double { isEdge ? 0.003 + 0.012 * trait(2) : 0.008 + 0.16 * trait(2) * trait(2) }

    /// Seconds between two full segments: 20 to 300 Mbit/s.
    var segmentGap: Double { 0.012_1 / (20 + 280 * trait(3)) }

    /// How many routers have passed its packets on.
    var hops: UInt8 { UInt8(64 - (isEdge ? 4 : 7) - Int(trait(4) * 9)) }

    /// A number from 0 to 1 that is particular to the site, the same in every scenario.
    private func trait(_ which: UInt64) -> Double {
        Double(NoiseGenerator.word(UInt64(number) << 1 | (isEdge ? 1 : 0), at: which) >> 11) * 0x1p-53
    }
}
