/// Which signatures a deviation fits, and how well.
///
///     let matches = try score.signatures()
///     matches.best?.signature.name            // port scan, or nil: nothing matches
///     matches.runnerUp?.similarity            // 0.41: and nothing else comes near
public struct SignatureMatches: Hashable, Sendable {
    /// All signatures of which at least one moving dimension is known, the most similar first; of equals the one that
    /// more is known of, then in order of name.
    public let ranked: [SignatureMatch]
    /// The most similar one, if it fits well enough; nil if nothing matches.
    public let best: SignatureMatch?

    /// Compares z-scores with signatures.
    /// - Parameters:
    ///   - zScores: how far each dimension is from its baseline; values that are not finite are left out.
    ///   - signatures: the table.
    ///   - similarity: the least that the best must have, from −1 to 1.
    ///   - strength: the least that the best must have, in scales.
    ///   - coverage: the least share of the best's moving dimensions that must be known, from 0 to 1.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` for a limit that is out of range.
    public init(
        of zScores: [TrafficDimension: Double], among signatures: [TrafficSignature] = TrafficSignature.known,
        similarity: Double = 0.7, strength: Double = 2, coverage: Double = 0.5
    ) throws(StatisticsError) {
        try Self.check(similarity, "similarity", -1...1)
        try Self.check(strength, "strength", 0...OrderedReadings.largest)
        try Self.check(coverage, "coverage", 0...1)
        let zScores = zScores.filter(\.value.isFinite)
        ranked = signatures.map { SignatureMatch($0, zScores) }.filter { $0.coverage > 0 }
            .sorted {
                ($1.similarity, $1.coverage, $0.signature.name) < ($0.similarity, $0.coverage, $1.signature.name)
            }
        best = ranked.first.flatMap { match in
            match.similarity >= similarity && match.strength >= strength && match.coverage >= coverage ? match : nil
        }
    }

    /// The most similar one after the first, whether it fits well or not; nil where there is no second.
    public var runnerUp: SignatureMatch? { ranked.count > 1 ? ranked[1] : nil }

    private static func check(_ value: Double, _ name: String, _ range: ClosedRange<Double>) throws(StatisticsError) {
        guard range.contains(value) else {
            let allowed = "one from \(range.lowerBound) to \(range.upperBound)"
            throw .outOfRange(argument: "least \(name)", value: "\(value)", allowed: allowed)
        }
    }
}

extension DeviationScore {
    /// Which signatures this deviation fits.
    public func signatures(
        among signatures: [TrafficSignature] = TrafficSignature.known
    ) throws(StatisticsError) -> SignatureMatches {
        try SignatureMatches(of: zScores, among: signatures)
    }
}
