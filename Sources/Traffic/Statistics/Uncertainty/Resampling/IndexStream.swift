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
        if isNarrow { return indices(of: word, word >> 16, word >> 32, word >> 48, width: 16) }
        let other = bits.next()
        return indices(of: word, word >> 32, other, other >> 32, width: 32)
    }

    /// One more index.
    @inline(__always)
    mutating func one() -> Int {
        let width: UInt64 = isNarrow ? 16 : 32
        let word = bits.next()
        let (next, index) = Self.fair(self, (word & ((1 << width) - 1)) &* bound, width)
        self = next
        return index
    }

    @inline(__always)
    private mutating func indices(
        of first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64, width: UInt64
    ) -> (Int, Int, Int, Int) {
        let mask: UInt64 = (1 << width) - 1
        let (one, two) = ((first & mask) &* bound, (second & mask) &* bound)
        let (three, four) = ((third & mask) &* bound, (fourth & mask) &* bound)
        if min(min(one & mask, two & mask), min(three & mask, four & mask)) >= threshold {
            return (
                Int(truncatingIfNeeded: one >> width), Int(truncatingIfNeeded: two >> width),
                Int(truncatingIfNeeded: three >> width), Int(truncatingIfNeeded: four >> width)
            )
        }
        let (next, indices) = Self.fair(self, one, two, three, four, width)
        self = next
        return indices
    }

    /// Functions of a stream instead of changes of it: so that on the way above, which is nearly always taken, the
    /// generator need not be kept in memory.
    @inline(never)
    private static func fair(
        _ stream: IndexStream, _ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64, _ width: UInt64
    ) -> (IndexStream, (Int, Int, Int, Int)) {
        let (afterFirst, one) = fair(stream, first, width)
        let (afterSecond, two) = fair(afterFirst, second, width)
        let (afterThird, three) = fair(afterSecond, third, width)
        let (afterFourth, four) = fair(afterThird, fourth, width)
        return (afterFourth, (one, two, three, four))
    }

    /// The index that a product stands for, or where that would favour some, the next one that does not.
    @inline(never)
    private static func fair(_ stream: IndexStream, _ product: UInt64, _ width: UInt64) -> (IndexStream, Int) {
        let mask: UInt64 = (1 << width) - 1
        var (stream, product) = (stream, product)
        while product & mask < stream.threshold { product = (stream.bits.next() & mask) &* stream.bound }
        return (stream, Int(truncatingIfNeeded: product >> width))
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
