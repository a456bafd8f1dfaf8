/// What an anomaly of a known kind does to the dimensions of traffic: which rise, which fall, which stay.
///
/// A signature is a row of a table. Make your own, and match with them as with those that are here:
///
///     let printing = TrafficSignature(
///         name: "print server restart", meaning: "all workstations call one host at once",
///         source: "our own, May 2024", up: [.flows], down: [.destinationAddressEntropy], steady: [.packetLength])
///     try score.signatures(among: TrafficSignature.known + [printing])
public struct TrafficSignature: Hashable, Sendable {
    /// What the anomaly is called.
    public let name: String
    /// What happens in it.
    public let meaning: String
    /// Where the signs are from.
    public let source: String
    /// The dimensions that rise.
    public let up: [TrafficDimension]
    /// The dimensions that fall.
    public let down: [TrafficDimension]
    /// The dimensions that stay as they are; those named nowhere may do anything.
    public let steady: [TrafficDimension]

    /// A signature.
    public init(
        name: String, meaning: String, source: String, up: [TrafficDimension], down: [TrafficDimension],
        steady: [TrafficDimension] = []
    ) {
        (self.name, self.meaning, self.source) = (name, meaning, source)
        (self.up, self.down, self.steady) = (up, down, steady)
    }
}

extension TrafficSignature {
    /// What each dimension is expected to do, each once, in a fixed order: 1, −1 or 0.
    var signs: [(dimension: TrafficDimension, sign: Double)] {
        var seen: Set<TrafficDimension> = []
        return [(up, 1.0), (down, -1), (steady, 0)].flatMap { dimensions, sign in
            dimensions.sorted().filter { seen.insert($0).inserted }.map { ($0, sign) }
        }
    }
}
