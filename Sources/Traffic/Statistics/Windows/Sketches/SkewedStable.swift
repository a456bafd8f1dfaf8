internal import Glibc

/// Draws from the stable distribution of index one that is skewed all the way to the left, the one *X* with
/// E exp(*tX*) = *t*ᵗ: a sum Σ *pᵢXᵢ* of such draws, with shares *pᵢ*, is one more such draw less the entropy of the
/// shares.
///
/// *X* = *V* cot *V* + ln(sin *V* / *V*) + ln *W*, for *V* evenly spread over (0, π) and *W* exponential (J. M.
/// Chambers, C. L. Mallows and B. W. Stuck, A method for simulating stable random variables, JASA 71, 1976; V. M.
/// Zolotarev).
///
/// Both terms are looked up, in between straight lines, except in the outer sixteenths, where they bend too much for
/// it: so a draw errs by less than ``error``, and therefore no mean of draws by more.
struct SkewedStable: Sendable {
    /// The one there is. Whoever is in a hurry keeps it at hand.
    static let standard = SkewedStable()
    /// An upper bound of the error of a draw, in nats.
    static let error = 1e-4
    /// How many bits of a draw follow the point.
    static let fractionBits = 28

    private static let cells = 1 << 12
    private let angles: [Double]
    private let exponentials: [Double]

    private init() {
        let places = (0...Self.cells).map { (Double($0) / Double(Self.cells)) }
        angles = places.map(Self.ofAngle)
        exponentials = places.map(Self.ofExponential)
    }

    /// The draw that belongs to a random word, as a whole number of units; none is less than −2⁶².
    @inline(__always)
    func units(of word: UInt64) -> Int64 {
        let first = Self.share(UInt32(truncatingIfNeeded: word >> 32))
        let second = Self.share(UInt32(truncatingIfNeeded: word))
        let angle = Self.isInner(first) ? Self.between(angles, first) : Self.ofAngle(first)
        let exponential = Self.isInner(second) ? Self.between(exponentials, second) : Self.ofExponential(second)
        return Int64((angle + exponential) * Double(1 << Self.fractionBits))
    }
}

extension SkewedStable {
    /// A number between zero and one, neither of which it is.
    @inline(__always)
    private static func share(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

    @inline(__always)
    private static func isInner(_ share: Double) -> Bool { share > 0.0625 && share < 0.9375 }

    @inline(__always)
    private static func between(_ table: [Double], _ share: Double) -> Double {
        let place = share * Double(cells)
        let cell = Int(place)
        return table[cell] + (table[cell + 1] - table[cell]) * (place - Double(cell))
    }

    @inline(never)
    private static func ofAngle(_ share: Double) -> Double {
        let angle = share * .pi
        // Of the supplement, since the sine of an angle near π is lost in its rounding.
        let sine = share < 0.5 ? sin(angle) : sin((1 - share) * .pi)
        return angle * cos(angle) / sine + log(sine / angle)
    }

    @inline(never)
    private static func ofExponential(_ share: Double) -> Double { log(-log(share)) }
}
