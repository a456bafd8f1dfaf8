/// Equally likely indices below a bound, four from a random word where they fit, else two.
///
/// By Lemire's multiplication with rejection (ACM TOMACS 29, 2019), so none is more likely than another.
struct IndexStream {
    /// The largest bound.
    static let most = Int(UInt32.max)

    private var bits: PCG64
    private let bound: UInt64
    /// How many bits of a word an index is made of.
    private let width: UInt64
    private let mask: UInt64
    private let threshold: UInt64

    /// A stream of indices below a bound above zero that goes on from `bits`.
    init(below bound: Int, _ bits: PCG64) {
        self.bits = bits
        self.bound = UInt64(bound)
        width = bound < 1 << 16 ? 16 : 32
        mask = (1 << width) - 1
        threshold = (1 << width) % self.bound
    }

    /// Four independent indices.
    @inline(__always)
    mutating func four() -> (Int, Int, Int, Int) {
        let word = bits.next()
        let other = width == 16 ? word >> 32 : bits.next()
        return (index(of: word), index(of: word >> width), index(of: other), index(of: other >> width))
    }

    /// One more index.
    @inline(__always)
    mutating func one() -> Int { index(of: bits.next()) }

    @inline(__always)
    private mutating func index(of part: UInt64) -> Int {
        var product = (part & mask) &* bound
        while product & mask < threshold { product = (bits.next() & mask) &* bound }
        return Int(truncatingIfNeeded: product &>> width)
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
