import TestSupport
import Testing
import Traffic

@Suite("Moments of whole numbers")
struct IntegerMomentsTests {
    @Test("mean and variance of numbers up to centuries in nanoseconds are those of the exact sums")
    func exactness() {
        var generator = SplitMix(seed: 11)
        for _ in 0..<2000 {
            let width = Int.random(in: 0...62, using: &generator)
            let values = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
                Int.random(in: 0 ... .max, using: &generator) >> width
            }
            let moments = IntegerMoments(values)
            let (count, sum) = (Double(values.count), values.reduce(UInt128(0)) { $0 + UInt128($1) })
            #expect(moments.mean == Double(sum) / count)
            guard values.allSatisfy({ $0 < 1 << 60 }) else { continue }
            let squares = values.reduce(UInt128(0)) { $0 + UInt128($1) * UInt128($1) }
            let scaled = squares * UInt128(values.count) - sum * sum
            #expect(moments.variance == Double(scaled) / (count * (count - 1)))
        }
    }

    @Test("a negative number counts as zero", arguments: [-1, -1500, .min])
    func negative(number: Int) {
        #expect(IntegerMoments([60, number, 1500]) == IntegerMoments([60, 0, 1500]))
        #expect(IntegerMoments([number]).merged(with: IntegerMoments([3])) == IntegerMoments([0, 3]))
    }
}
