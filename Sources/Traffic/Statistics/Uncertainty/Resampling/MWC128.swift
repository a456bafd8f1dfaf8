/// The multiply-with-carry generator MWC128: words for loops that wait for nothing else.
///
/// A step is one multiplication, a third of what ``PCG64`` asks for, and leaves registers free for what the words are
/// drawn for. State and carry are the digits of a number below the prime *a* 2⁶⁴ − 1 that is divided by 2⁶⁴ modulo that
/// prime at every step, so the period is some 2¹²⁷; an output is the state folded upon itself.
/// Not for secrets: outputs reveal the state.
/// Source: S. Vigna, https://prng.di.unimi.it/MWC128.c; G. Marsaglia, Random number generators, J. Mod. Appl. Stat.
/// Methods 2, 2003.
struct MWC128: RandomNumberGenerator, Sendable {
    private var state: UInt64
    private var carry: UInt64

    /// A generator at these digits; the carry is above zero and below *a* − 1.
    init(state: UInt64, carry: UInt64) {
        (self.state, self.carry) = (state, carry)
    }

    /// A generator at a place that `bits` lead to.
    init(from bits: PCG64) {
        var bits = bits
        self.init(state: bits.next(), carry: bits.next() >> 1 | 1)
    }

    @inline(__always)
    mutating func next() -> UInt64 {
        let output = state ^ state << 32
        let product = state.multipliedFullWidth(by: 0xffeb_b71d_94fc_daf9)
        let (sum, isOver) = product.low.addingReportingOverflow(carry)
        state = sum
        carry = product.high &+ (isOver ? 1 : 0)
        return output
    }
}
