import Foundation
import Testing

@testable import Traffic

@Suite("Student's t")
struct StudentTTests {
    /// scipy.special.betainc((n - 2) / 2, 0.5, (1 - r) * (1 + r)), SciPy 1.17.
    @Test(
        "the chance of a correlation is SciPy's",
        arguments: [
            (0.01, 10, 0.9781271873687544), (0.01, 25, 0.9621615894640968), (0.01, 1000, 0.7521238409748443),
            (0.01, 1_000_000, 1.5203198040011718e-23), (0.3, 10, 0.39969146874999995), (0.3, 25, 0.1451130813736448),
            (0.3, 1000, 3.0374833803509893e-22), (-0.6, 10, 0.06668800000000004), (-0.6, 25, 0.0015216570483269764),
            (-0.6, 1000, 8.075196178748522e-99), (0.95, 10, 2.5737060546875084e-05),
            (0.95, 25, 4.0768799912618063e-13), (0.95, 1_000_000, 0), (0.999999, 10, 4.37499475050541e-24),
            (0.999999, 25, 4.7665031880372716e-67),
        ] as [(Double, Int, Double)])
    func scipy(coefficient: Double, count: Int, expected: Double) {
        let chance = StudentT.twoSidedChance(ofCorrelation: coefficient, degreesOfFreedom: Double(count - 2))
        #expect(abs(chance - expected) <= 1e-10 * expected)
    }

    /// With one degree of freedom t is Cauchy's, and r = sin φ for an angle that all are equally likely of; with two, r
    /// itself is uniform.
    @Test("few degrees of freedom have closed forms", arguments: [1e-300, 1e-9, 0.1, -0.5, 0.8, 0.999, -1 + 1e-12])
    func closed(coefficient: Double) {
        let angle = StudentT.twoSidedChance(ofCorrelation: coefficient, degreesOfFreedom: 1)
        #expect(abs(angle - acos(abs(coefficient)) * 2 / .pi) < 1e-14)
        let uniform = StudentT.twoSidedChance(ofCorrelation: coefficient, degreesOfFreedom: 2)
        #expect(abs(uniform - (1 - abs(coefficient))) < 1e-14)
    }

    @Test("no correlation is certain to be exceeded, and a perfect one never", arguments: [1, 2, 99, 1e9])
    func ends(freedom: Double) {
        #expect(StudentT.twoSidedChance(ofCorrelation: 0, degreesOfFreedom: freedom) == 1)
        #expect(StudentT.twoSidedChance(ofCorrelation: -1, degreesOfFreedom: freedom) == 0)
    }
}
