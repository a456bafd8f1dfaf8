internal import Glibc

/// What an entropy is counted in: the base of its logarithm.
public struct EntropyUnit: Hashable, Sendable {
    /// The base of the logarithm.
    public let base: Double

    /// Base two: the number of yes-or-no questions.
    public static let bits = EntropyUnit(knownBase: 2)
    /// Base e, the natural unit.
    public static let nats = EntropyUnit(knownBase: 1.0.exponential)
    /// Base ten, also called bans or dits.
    public static let hartleys = EntropyUnit(knownBase: 10)

    /// The unit of any base above one: below it entropies would be negative.
    /// - Throws: ``StatisticsError/notABase(_:)``.
    public init(base: Double) throws(StatisticsError) {
        guard base > 1, base.isFinite else { throw .notABase(base) }
        self.base = base
    }

    private init(knownBase: Double) {
        base = knownBase
    }

    /// The entropy in this unit of one that was computed in nats.
    func amount(ofNats nats: Double) -> Double {
        self == .nats ? nats : nats / log(base)
    }

    /// The entropy in this unit of one that was computed in bits.
    func amount(ofBits bits: Double) -> Double {
        switch base {
        case 2: bits
        case Self.nats.base: bits * log(2)
        default: bits / log2(base)
        }
    }

    /// The logarithm of `value` in this unit, exact for powers of two and ten in their own units.
    func logarithm(_ value: Double) -> Double {
        switch base {
        case 2: log2(value)
        case 10: log10(value)
        case Self.nats.base: log(value)
        default: log(value) / log(base)
        }
    }
}

extension Double {
    fileprivate var exponential: Double { exp(self) }
}
