/// Equally likely indices below a bound, four from a random word where they fit, else two.
///
/// A word multiplied by a power of the bound, the fourth or the second, gives an index below that power, all equally
/// likely by Lemire's rejection of the few words that would favour some; the digits of that index to the base of the
/// bound are independent indices below the bound. Each is the upper half of a product of which the lower half goes on
/// to the next, so nothing is divided, and only the last lower half need be looked at.
/// Source: N. Brackett-Rozinsky and D. Lemire, Batched ranged random integer generation, Softw. Pract. Exper. 55, 2025.
struct IndexStream {
    /// The largest bound.
    static let most = Int(UInt32.max)
    /// Below it, four indices are taken from a word, and fewer than one in sixteen words is rejected.
    private static let narrow = 1 << 15

    private let bound: UInt64
    private let isNarrow: Bool
    private let threshold: UInt64
    private var bits: MWC128

    /// A stream of indices below a bound above zero that `bits` lead to.
    init(below bound: Int, _ bits: PCG64) {
        self.bits = MWC128(from: bits)
        self.bound = UInt64(bound)
        isNarrow = bound < Self.narrow
        let square = self.bound * self.bound
        let power = isNarrow ? square * square : square
        threshold = (0 &- power) % power
    }

    /// Draws `count` independent indices: `four` is given as many fours of them as there are, and `one` each of the
    /// rest.
    ///
    /// A loop for each width and a generator that is nobody else's meanwhile, so that it need not be kept in memory.
    @inline(__always)
    mutating func draw(_ count: Int, four: (Int, Int, Int, Int) -> Void, one: (Int) -> Void) {
        var bits = bits
        var left = count
        if isNarrow {
            while left >= 4 {
                let drawn = narrowFour(&bits)
                four(drawn.0, drawn.1, drawn.2, drawn.3)
                left &-= 4
            }
        } else {
            while left >= 4 {
                let (first, second) = (widePair(&bits), widePair(&bits))
                four(first.0, first.1, second.0, second.1)
                left &-= 4
            }
        }
        self.bits = bits
        for _ in 0..<left { one(self.bits.index(below: Int(truncatingIfNeeded: bound))) }
    }

    @inline(__always)
    private func narrowFour(_ bits: inout MWC128) -> (Int, Int, Int, Int) {
        while true {
            let first = bits.next().multipliedFullWidth(by: bound)
            let second = first.low.multipliedFullWidth(by: bound)
            let third = second.low.multipliedFullWidth(by: bound)
            let fourth = third.low.multipliedFullWidth(by: bound)
            if fourth.low >= threshold {
                return (
                    Self.index(first.high), Self.index(second.high), Self.index(third.high), Self.index(fourth.high)
                )
            }
        }
    }

    @inline(__always)
    private func widePair(_ bits: inout MWC128) -> (Int, Int) {
        while true {
            let first = bits.next().multipliedFullWidth(by: bound)
            let second = first.low.multipliedFullWidth(by: bound)
            if second.low >= threshold { return (Self.index(first.high), Self.index(second.high)) }
        }
    }

    /// By way of 32 bits, so that whoever looks up an index need not ask whether it is negative.
    @inline(__always)
    private static func index(_ digit: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: digit)) }
}

extension PCG64 {
    /// A number uniformly distributed over [0, 1), a multiple of 2⁻⁵³.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}

extension RandomNumberGenerator {
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
