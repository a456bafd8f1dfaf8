/// Equally likely indices below a bound, two from each random word.
///
/// By Lemire's multiplication with rejection (ACM TOMACS 29, 2019), so none is more likely than another.
struct IndexStream {
    /// The largest bound.
    static let most = Int(UInt32.max)

    private(set) var bits: PCG64
    private let bound: UInt64
    private let threshold: UInt64

    init(below bound: Int, _ bits: PCG64) {
        self.bits = bits
        self.bound = UInt64(bound)
        threshold = (1 << 32) % self.bound
    }

    /// Two independent indices.
    @inline(__always)
    mutating func pair() -> (Int, Int) {
        let word = bits.next()
        return (index(of: word & 0xffff_ffff), index(of: word >> 32))
    }

    @inline(__always)
    private mutating func index(of half: UInt64) -> Int {
        var product = half * bound
        while product & 0xffff_ffff < threshold { product = (bits.next() >> 32) * bound }
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
