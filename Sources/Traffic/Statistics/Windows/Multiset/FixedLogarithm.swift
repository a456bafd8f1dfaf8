/// Logarithms to base two as whole numbers of 2⁻⁵⁶: the same on every machine, and exact to add up and take back.
///
/// Below ``tabled`` they are digits worked out by squaring, each of which halves the error of what came before
/// (J. C. Majithia and D. Levan, A note on base-2 logarithm computations, Proc. IEEE 61, 1973). Above, the leading
/// bits are looked up, and the rest *z* < 2⁻¹³ adds (*z* − *z*²/2 + *z*³/3 − *z*⁴/4) / ln 2. Doubling a number adds one
/// to its logarithm, exactly. What is found is at most the logarithm, and less than 2 · 2⁻⁵⁶ below it.
///
/// With 56 bits after the point *c* log *c* of the largest `Int` fits 128 bits.
struct FixedLogarithm: Sendable {
    /// The one there is. Whoever is in a hurry keeps it at hand, since asking for it costs more than a look into it.
    static let base2 = FixedLogarithm()

    /// Logarithms of numbers below this one are looked up.
    static var tabled: Int { 1 << 14 }
    private let logarithms: [UInt64]
    /// By how much *c* log *c* grows from each *c* to the next.
    private let rises: [Int64]
    /// The same in halves.
    let halvedRises: [SIMD2<Double>]
    /// The inverses of the numbers from half of ``tabled`` on, in units of 2⁻⁷⁷, rounded down: to multiply takes a
    /// third of the time that to divide does.
    private let reciprocals: [UInt64]

    private init() {
        let logarithms = [0] + (1..<UInt64(Self.tabled)).map(Self.byDigits)
        let weighted = logarithms.enumerated().map { Self.product($0, $1) }
        self.logarithms = logarithms
        rises = zip(weighted, weighted.dropFirst()).map { Int64($1 - $0) }
        halvedRises = rises.map(Self.halves)
        reciprocals = (UInt64(Self.tabled / 2)..<UInt64(Self.tabled)).map { number in
            number.dividingFullWidth((1 << 13 - 1, .max)).quotient
        }
    }

    /// The logarithm of a number above zero.
    @inline(__always)
    func callAsFunction(_ number: Int) -> UInt64 {
        number < logarithms.count ? logarithms[number] : beyondTable(UInt64(number))
    }

    /// The logarithm as a number of floating point; zero for numbers below one.
    func bits(_ number: Int) -> Double {
        number > 0 ? Double(self(number)) * 0x1p-56 : 0
    }

    /// *c* log *c*: zero for zero and one.
    @inline(__always)
    func weighted(_ count: Int) -> Int128 {
        Self.product(count, self(count))
    }

    /// By how much *c* log *c* grows from a count to the next.
    @inline(__always)
    func rise(from count: Int) -> Int128 {
        count < rises.count ? Int128(rises[count]) : riseBeyondTable(count)
    }
}

/// There is but one.
extension FixedLogarithm: Hashable {
    static func == (left: FixedLogarithm, right: FixedLogarithm) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
}

extension FixedLogarithm {
    @inline(__always)
    private static func product(_ count: Int, _ logarithm: UInt64) -> Int128 {
        let product = UInt64(count).multipliedFullWidth(by: logarithm)
        return Int128(truncatingIfNeeded: product.high) << 64 | Int128(product.low)
    }

    /// A number of units below 2⁸⁵ in two halves, the bits from 2³² on and those below.
    ///
    /// Halves of numbers whose sum is below 2⁸⁵ are added up and taken back without rounding, at least 2²¹ of them.
    @inline(__always)
    static func halves(_ number: some FixedWidthInteger) -> SIMD2<Double> {
        let upper = Double(Int64(truncatingIfNeeded: number >> 32))
        let lower = Double(Int64(UInt32(truncatingIfNeeded: number)))
        return SIMD2(upper, lower) * SIMD2(0x1p-24, 0x1p-56)
    }

    private static func byDigits(_ number: UInt64) -> UInt64 {
        var mantissa = number << UInt64(number.leadingZeroBitCount)
        var logarithm = UInt64(63 - number.leadingZeroBitCount)
        for _ in 0..<56 {
            let square = mantissa.multipliedFullWidth(by: mantissa)
            let digit = square.high >> 63
            mantissa = digit == 1 ? square.high : square.high << 1 | square.low >> 63
            logarithm = logarithm << 1 | digit
        }
        return logarithm
    }

    @inline(never)
    private func beyondTable(_ number: UInt64) -> UInt64 {
        let shift = UInt64(50 - number.leadingZeroBitCount)
        let leading = number >> shift
        let rest = (number & (1 << shift - 1)) << (64 - shift)
        let z = rest.multipliedFullWidth(by: reciprocals[Int(leading) - Self.tabled / 2]).high >> 13
        let second = z.multipliedFullWidth(by: z).high
        let third = second.multipliedFullWidth(by: z).high
        let fourth = second.multipliedFullWidth(by: second).high
        let natural = z - second / 2 + third / 3 - fourth / 4
        return logarithms[Int(leading)] + shift << 56 + Self.inBits(natural)
    }

    @inline(never)
    private func riseBeyondTable(_ count: Int) -> Int128 {
        weighted(count + 1) - weighted(count)
    }

    /// A natural logarithm below 2⁻¹³ in units of 2⁻⁶⁴, to base two and in units of 2⁻⁵⁶.
    private static func inBits(_ natural: UInt64) -> UInt64 {
        let inverseOfLog2: UInt64 = 0xb8aa_3b29_5c17_f0bb  // 1 / ln 2 in units of 2⁻⁶³, rounded down
        return natural.multipliedFullWidth(by: inverseOfLog2).high >> 7
    }
}
