/// How well a deviation fits a signature.
public struct SignatureMatch: Hashable, Sendable {
    /// The signature.
    public let signature: TrafficSignature
    /// The cosine between what the dimensions of the signature did and what it expects, from −1 to 1.
    public let similarity: Double
    /// By how many scales, on average, they moved the expected way.
    public let strength: Double
    /// The share of the dimensions said to move that are known.
    public let coverage: Double
}

extension SignatureMatch {
    /// Beyond it a z says no more: one dimension that is off by a hundred must not outweigh all others.
    private static var most: Double { 8 }

    init(_ signature: TrafficSignature, _ zScores: [TrafficDimension: Double]) {
        let signs = signature.signs
        let known = signs.compactMap { dimension, sign in
            zScores[dimension].map { (sign: sign, z: min(max($0, -Self.most), Self.most)) }
        }
        let moving = Double(known.count { $0.sign != 0 })
        let along = known.reduce(0) { $0 + $1.sign * $1.z }
        let length = known.reduce(0) { $0 + $1.z * $1.z }.squareRoot()
        self.signature = signature
        similarity = length > 0 && moving > 0 ? min(max(along / (length * moving.squareRoot()), -1), 1) : 0
        strength = moving > 0 ? along / moving : 0
        coverage = moving > 0 ? moving / Double(signs.count { $0.sign != 0 }) : 0
    }
}
