import Foundation
import Testing

@testable import Traffic

@Suite("digamma, trigamma and factorials")
struct DigammaTests {
    // scipy.special.digamma(x) and polygamma(1, x) of SciPy 1.17.1.
    static let figures: [(x: Double, digamma: Double, trigamma: Double)] = [
        (1e-100, -1e+100, 1e+200), (1e-10, -10000000000.577215, 1e+20),
        (
            0.001, -1000.5755719318103,
            1000001.6425331959
        ), (0.1, -10.423754940411076, 101.43329915079275),
        (
            0.5, -1.9635100260214235,
            4.93480220054468
        ), (1.0, -0.5772156649015329, 1.6449340668482266),
        (
            1.25, -0.2274535333762654,
            1.197329154507111
        ), (1.4616321449683622, -9.241265521729427e-17, 0.9676722454476214),
        (
            1.5,
            0.03648997397857652, 0.9348022005446793
        ), (2.0, 0.42278433509846713, 0.6449340668482266),
        (
            3.7,
            1.1671535393615113, 0.31003785767003833
        ), (9.99, 2.250700372831201, 0.10527695014824176),
        (
            10.0,
            2.251752589066721, 0.10516633568168576
        ), (10.01, 2.2528037003181356, 0.10505595320551511),
        (
            25.0,
            3.198742512851974, 0.04081066325722558
        ), (100.0, 4.600161852738088, 0.010050166663333573),
        (
            10000.0,
            9.21029037114285, 0.00010000500016666666
        ), (100000000.0, 18.420680738952367, 1.000000005e-08),
        (1000000000000000.0, 34.538776394910684, 1.0000000000000005e-15), (1e+300, 690.7755278982137, 1e-300),
    ]

    @Test("agree with SciPy", arguments: figures)
    func table(x: Double, digamma: Double, trigamma: Double) {
        #expect(abs(SpecialFunctions.digamma(x) - digamma) <= 2e-15 * max(abs(digamma), 1))
        #expect(abs(SpecialFunctions.trigamma(x) - trigamma) <= 2e-15 * trigamma)
    }

    @Test("have poles at zero, and are no numbers below")
    func edges() {
        #expect(SpecialFunctions.digamma(0) == -.infinity && SpecialFunctions.trigamma(0) == .infinity)
        #expect(SpecialFunctions.digamma(.infinity) == .infinity && SpecialFunctions.trigamma(.infinity) == 0)
        for x in [-1, -1e300, Double.nan] {
            #expect(SpecialFunctions.digamma(x).isNaN && SpecialFunctions.trigamma(x).isNaN)
        }
    }

    @Test("the logarithm of a factorial is a sum of logarithms, in the table and beyond it")
    func logFactorial() {
        var sum = 0.0
        for n in 1...2000 {
            sum += log(Double(n))
            #expect(abs(SpecialFunctions.logFactorial(Double(n)) - sum) <= 1e-13 * max(sum, 1))
        }
        #expect(SpecialFunctions.logFactorial(0) == 0)
    }
}
