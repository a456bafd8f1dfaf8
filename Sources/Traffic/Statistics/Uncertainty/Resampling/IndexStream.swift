/// Equally likely indices below a bound, four from a random word where they fit, else two.
///
/// By Lemire's multiplication with rejection (ACM TOMACS 29, 2019), so none is more likely than another.
struct IndexStream {
    /// The largest bound.
    static let most = Int(UInt32.max)

    private var bits: PCG64
    private let bound: UInt64
    private let isNarrow: Bool
    private let threshold: UInt64

    /// A stream of indices below a bound above zero that goes on from `bits`.
    init(below bound: Int, _ bits: PCG64) {
        self.bits = bits
        self.bound = UInt64(bound)
        isNarrow = bound < 1 << 16
        threshold = (isNarrow ? 1 << 16 : 1 << 32) % self.bound
    }

    /// Four independent indices.
    @inline(__always)
    mutating func four() -> (Int, Int, Int, Int) {
        let word = bits.next()
        guard !isNarrow else { return (narrow(word), narrow(word >> 16), narrow(word >> 32), narrow(word >> 48)) }
        let other = bits.next()
        return (wide(word), wide(word >> 32), wide(other), wide(other >> 32))
    }

    /// One more index.
    @inline(__always)
    mutating func one() -> Int { isNarrow ? narrow(bits.next()) : wide(bits.next()) }

    @inline(__always)
    private mutating func narrow(_ part: UInt64) -> Int {
        var product = (part & 0xffff) &* bound
        while product & 0xffff < threshold { product = (bits.next() & 0xffff) &* bound }
        return Int(truncatingIfNeeded: product >> 16)
    }

    @inline(__always)
    private mutating func wide(_ part: UInt64) -> Int {
        var product = (part & 0xffff_ffff) &* bound
        while product & 0xffff_ffff < threshold { product = (bits.next() & 0xffff_ffff) &* bound }
        return Int(truncatingIfNeeded: product >> 32)
    }
}

extension PCG64 {
    /// A number uniformly distributed over [0, 1), a multiple of 2⁻⁵³.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// An index below `bound`, all equally likely; `bound` is above zero.
    mutating func index(below bound: Int) -> Int {
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (UInt64.max - bound + 1) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(truncatingIfNeeded: product.high)
    }
}
