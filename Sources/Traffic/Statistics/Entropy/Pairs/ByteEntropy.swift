internal import Glibc

/// The entropy of bytes, such as a payload's, and what it suggests they are.
///
///     let payload = ByteEntropy(of: bytes)
///     payload.bits                    // 7.97
///     payload.band                    // encrypted or random
///
/// The plug-in estimate over the 256 values of a byte, in bits. *n* bytes have at most log₂ *n* bits, whatever they
/// are: 100 encrypted bytes do not look encrypted. ``bandOfRandomBytes`` is the most that so many bytes can be taken
/// for: a band below that one says something about the bytes, that band itself may only say that they are few.
public struct ByteEntropy: Hashable, Sendable {
    /// The entropy, from 0 to 8 bits.
    public let bits: Double
    /// How many bytes there are.
    public let count: Int
    /// How many different ones.
    public let support: Int
    /// The first term of the entropy's bias after Miller, −(support − 1) / 2*n* nats, in bits.
    public let millerBias: Double

    /// The entropy of bytes; of none it is zero.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(of bytes: some Sequence<UInt8>) {
        let spectrum = CountSpectrum(counts: Self.counts(Array(bytes)))
        bits = Entropy.plugIn(spectrum, .bits)
        millerBias = EntropyUnit.bits.amount(ofNats: spectrum.millerBiasInNats)
        (count, support) = (spectrum.total, spectrum.support)
    }

    /// The greatest entropy that so many bytes can have: log₂ of their number, and never above 8 bits.
    public var greatestBits: Double { min(EntropyFigure(total: count, .base2).bits(sum: 0), 8) }

    /// What bytes of this entropy mostly are.
    public var band: Band { Band(bits: bits) }

    /// The band of so many bytes of which as few as possible are alike.
    public var bandOfRandomBytes: Band { Band(bits: greatestBits) }

    private static func counts(_ bytes: [UInt8]) -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes { counts[Int(byte)] += 1 }
        return counts
    }
}
