import Traffic

/// Series for tests, made of seeds.
enum Series {
    /// Standard normal values, as NumPy's `default_rng(seed).normal(size=count)`.
    static func normal(seed: Int, count: Int) -> [Double] {
        var generator = NumPyGenerator(seed: Seed(seed))
        return normal(count, &generator)
    }

    static func normal(_ count: Int, _ generator: inout NumPyGenerator) -> [Double] {
        (0..<count).map { _ in generator.normal() }
    }

    /// Readings that follow each other by `seconds`.
    static func readings(_ values: [Double?], every seconds: Int64 = 60) -> [Reading] {
        values.enumerated().map { Reading($1, at: Timestamp(seconds: Int64($0) * seconds, nanoseconds: 0)) }
    }

    /// Rounded to `digits` decimals, as NumPy's `round`, so that values are tied.
    static func rounded(_ values: [Double], _ digits: Int) -> [Double] {
        let factor = (0..<digits).reduce(1.0) { product, _ in product * 10 }
        return values.map { ($0 * factor).rounded(.toNearestOrEven) / factor }
    }

    static func median(_ values: [Double]) -> Double {
        let ordered = values.sorted()
        return (ordered[(ordered.count - 1) / 2] + ordered[ordered.count / 2]) / 2
    }
}

/// Whether two numbers agree to `digits` of the greater, or of one where both are small.
func agree(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-9) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= tolerance * max(abs(left), abs(right), 1)
}
