/// A value that a sketch can tell from others by a hash of its own: one that does not change from run to run, as that
/// of `Hashable` does.
public protocol SketchKey: Sendable {
    /// Mixes all that tells the value from others into a hash.
    func mix(into hash: inout SketchHash)
}

/// A seeded hash of 64 bits, the same in every run and on every machine.
///
/// Each word goes through the finaliser of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, Fast splittable
/// pseudorandom number generators, 2014). It is not made to withstand someone who knows the seed.
public struct SketchHash: Hashable, Sendable {
    /// The hash of what was mixed in.
    private(set) var state: UInt64

    init(seed: UInt64) {
        state = Self.finalized(seed &+ Self.golden)
    }

    /// Mixes a word in.
    public mutating func mix(_ word: UInt64) {
        state = Self.finalized((state ^ word) &+ Self.golden)
    }

    /// The words of SplitMix64, whose state grows by this much from one to the next.
    static let golden: UInt64 = 0x9e37_79b9_7f4a_7c15

    static func finalized(_ word: UInt64) -> UInt64 {
        let first = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        let second = (first ^ (first >> 27)) &* 0x94d0_49bb_1331_11eb
        return second ^ (second >> 31)
    }
}

extension SketchKey where Self: FixedWidthInteger {
    /// Mixes the words of the number in, so that equal numbers of different types are alike.
    public func mix(into hash: inout SketchHash) {
        for word in words { hash.mix(UInt64(truncatingIfNeeded: word)) }
    }
}

extension Int: SketchKey {}
extension UInt8: SketchKey {}
extension UInt16: SketchKey {}
extension UInt32: SketchKey {}
extension UInt64: SketchKey {}

extension IPAddress: SketchKey {
    /// Mixes the address and its version in.
    public func mix(into hash: inout SketchHash) {
        hash.mix(UInt64(version.rawValue))
        hash.mix(high)
        hash.mix(low)
    }
}

extension String: SketchKey {
    /// Mixes the bytes of the text and their number in.
    public func mix(into hash: inout SketchHash) {
        for byte in utf8 { hash.mix(UInt64(byte)) }
        hash.mix(UInt64(utf8.count))
    }
}
