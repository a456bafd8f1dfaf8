import Foundation
import Testing

@testable import Traffic

@Suite("the bound of a sketch's error")
struct SketchBoundTests {
    /// sup over τ of m τ exp(−τ) + ln(1 − τ), found by SciPy's minimize_scalar.
    @Test(
        "rates are those of Chernoff's bound",
        arguments: [
            (0.5, 0.06264189279129276), (0.8, 0.00764960434266794), (0.95, 0.00043027566917916427),
            (1.05, 0.0004040043730914461), (1.2, 0.0059319899242543245), (2, 0.10474769834764014),
        ])
    func rate(mean: Double, rate: Double) {
        #expect(abs(SketchBound.rate(log(mean)) / rate - 1) < 1e-6)
    }

    /// P(X ≤ x) by SciPy's quad over V of 1 − exp(−exp(x) V / (sin V exp(V cot V))).
    @Test("draws are distributed as the skewed stable law")
    func distribution() {
        let expected = [
            (-20, 0.0565373531490615), (-5, 0.22697322005748177), (-2, 0.4244720652971937), (-1, 0.5489819071807522),
            (0, 0.7131671198748015), (0.5, 0.8030578130801191), (1, 0.8863853589460938), (2, 0.9859056420658723),
        ]
        var generator = NumPyGenerator(seed: 3)
        let draws = (0..<100_000).map { _ in SkewedStable.standard.units(of: generator.next()) }
        for (x, share) in expected {
            let found = Double(draws.count { Double($0) / 0x1p28 <= x }) / 100_000
            #expect(abs(found - share) < 5 * sqrt(share * (1 - share) / 100_000), "\(x): \(found)")
        }
    }

    @Test("what is asked for is what is given, and no register more")
    func inverse() throws {
        for (nats, risk) in [(0.5, 0.1), (0.1, 0.01), (0.02, 1e-6)] {
            let registers = try #require(SketchBound.registers(nats: nats, risk: risk))
            #expect(SketchBound.risk(registers: registers, nats: nats) <= risk)
            #expect(SketchBound.risk(registers: registers - 1, nats: nats) > risk)
            #expect(SketchBound.nats(registers: registers, risk: risk) <= nats)
        }
    }

    @Test("the worst words make draws that fit")
    func extremes() {
        for word in [0, .max, 0xffff_ffff, 0xffff_ffff_0000_0000] as [UInt64] {
            #expect(abs(SkewedStable.standard.units(of: word)) < 1 << 62)
        }
    }
}
