import Testing

@testable import Traffic

@Suite("the standard normal distribution")
struct StandardNormalTests {
    // scipy.special.ndtr(x) of SciPy 1.17.1.
    static let cumulative: [(x: Double, chance: Double)] = [
        (-37.0, 5.7255712225239266e-300), (-30.0, 4.906713927147908e-198), (-20.0, 2.7536241186061556e-89),
        (-10.0, 7.61985302416047e-24), (-5.0, 2.866515718791933e-07), (-3.0, 0.0013498980316300933),
        (
            -1.96,
            0.024997895148220435
        ), (-1.0, 0.15865525393145707), (-0.5, 0.3085375387259869),
        (
            -1e-09,
            0.49999999960105773
        ), (0.0, 0.5), (1e-09, 0.5000000003989423), (0.5, 0.6914624612740131),
        (
            1.0,
            0.8413447460685429
        ), (2.0, 0.9772498680518208), (5.0, 0.9999997133484281), (8.0, 0.9999999999999993),
        (8.3, 1.0), (10.0, 1.0), (40.0, 1.0),
    ]

    @Test("the chance of less agrees with SciPy", arguments: cumulative)
    func chances(x: Double, chance: Double) {
        #expect(abs(StandardNormal.cumulative(x) - chance) <= 1e-12 * chance)
    }

    // scipy.special.ndtri(p) of SciPy 1.17.1.
    static let quantiles: [(chance: Double, x: Double)] = [
        (1e-300, -37.0470962993612), (1e-200, -30.20559417957964), (1e-100, -21.273453560965322),
        (
            1e-50,
            -14.933337534788487
        ), (1e-20, -9.262340089798409), (1e-16, -8.222082216130435),
        (
            1e-10,
            -6.361340902404056
        ), (1e-06, -4.753424308822899), (0.001, -3.090232306167813),
        (
            0.01,
            -2.3263478740408408
        ), (0.025, -1.9599639845400545), (0.1, -1.2815515655446004),
        (
            0.25,
            -0.6744897501960817
        ), (0.3, -0.5244005127080409), (0.4, -0.2533471031357997),
        (
            0.4999999999,
            -2.506628482030354e-10
        ), (0.5, 0.0), (0.5000000001, 2.506628482030354e-10), (0.6, 0.2533471031357997),
        (0.75, 0.6744897501960817), (0.9, 1.2815515655446004), (0.975, 1.959963984540054),
        (
            0.999,
            3.090232306167813
        ), (0.999999, 4.753424308817087), (0.9999999999, 6.361340889697422),
        (0.999999999999999, 7.941444487415979), (0.9999999999999999, 8.209536151601387),
    ]

    @Test("the quantile agrees with SciPy", arguments: quantiles)
    func quantile(chance: Double, x: Double) {
        #expect(abs(StandardNormal.quantile(chance) - x) <= 1e-14 * abs(x), "\(StandardNormal.quantile(chance))")
    }

    @Test("at the ends it is infinite, outside no number")
    func edges() {
        #expect(StandardNormal.quantile(0) == -.infinity && StandardNormal.quantile(1) == .infinity)
        #expect([-0.1, 1.1, .nan, .infinity].allSatisfy { StandardNormal.quantile($0).isNaN })
        #expect(StandardNormal.cumulative(-.infinity) == 0 && StandardNormal.cumulative(.infinity) == 1)
        #expect(abs(StandardNormal.quantile(.leastNonzeroMagnitude) + 38.47) < 0.05)
    }

    @Test("the quantile undoes the chance", arguments: 1...50)
    func inverse(seed: Int) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let x = generator.uniform(in: -36..<7)
        let slope = x > 0 ? 1e-8 : 1e-12
        #expect(abs(StandardNormal.quantile(StandardNormal.cumulative(x)) - x) < slope * max(abs(x), 1), "seed \(seed)")
    }
}
