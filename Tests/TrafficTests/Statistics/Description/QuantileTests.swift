import Testing

@testable import Traffic

@Suite("quantiles")
struct QuantileTests {
    // numpy.quantile([1, 2, 4, 8, 16], q) of NumPy 2.4.6.
    static let figures: [(share: Double, value: Double)] = [
        (0, 1), (0.1, 1.4), (0.25, 2), (0.3, 2.4), (0.5, 4), (0.9, 12.8), (0.99, 15.68), (1, 16), (-1, 1), (2, 16),
    ]

    @Test("agree with NumPy", arguments: figures)
    func table(share: Double, value: Double) {
        #expect(abs(Quantile.value(share, ofAscending: [1, 2, 4, 8, 16]) - value) < 1e-14)
    }

    @Test("of equal numbers are that number, of huge ones finite, of one the one")
    func edges() {
        for share in [0.1, 0.3, 0.77, .nan] {
            #expect(Quantile.value(share, ofAscending: [0.1, 0.1, 0.1]) == 0.1)
            #expect(Quantile.value(share, ofAscending: [7]) == 7)
        }
        let huge = Double.greatestFiniteMagnitude
        #expect(Quantile.value(0.5, ofAscending: [-huge, huge]) == 0)
    }
}
