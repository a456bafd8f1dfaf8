import Foundation
import Testing
import Traffic

@Suite("Tsallis entropy and the traffic entropy spectrum")
struct TsallisEntropyTests {
    static let values: [(Double, Double)] = [
        (-1, 4.5), (0, 2), (1, 1.5 * log(2)), (2, 0.625), (3, 0.421875), (.infinity, 0),
    ]

    @Test("known samples have known entropies", arguments: values)
    func known(order: Double, value: Double) throws {
        #expect(abs(try TsallisEntropy(order: order).value(of: [2, 1, 1]) - value) < 1e-14)
    }

    @Test("equals the definition", arguments: 1...1000)
    func definition(seed: Int) throws {
        let counts = RenyiEntropyTests.sample(seed)
        let total = Double(counts.reduce(0, +))
        for order in [-2, -0.5, 0, 0.5, 0.98, 1.02, 2, 3.7] {
            let sum = counts.filter { $0 > 0 }.reduce(0) { $0 + pow(Double($1) / total, order) }
            let expected = (1 - sum) / (order - 1)
            let value = try TsallisEntropy(order: order).value(of: counts)
            #expect(abs(value - expected) < 1e-11 * max(1, expected), "seed \(seed), order \(order)")
        }
    }

    @Test("is continuous at orders one and zero", arguments: 1...50)
    func continuous(seed: Int) throws {
        let counts = RenyiEntropyTests.sample(seed)
        for (limit, near) in [(1, 1 + 1e-13), (1, 1 - 1e-13), (0, 1e-13), (0, -1e-13), (0.99, 0.99 + 1e-13)] {
            let value = try TsallisEntropy(order: limit).value(of: counts)
            #expect(abs(try TsallisEntropy(order: near).value(of: counts) - value) < 1e-9, "seed \(seed)")
        }
    }

    @Test("of two independent variables is pseudo-additive", arguments: [-1, 0.5, 1, 2])
    func pseudoAdditive(order: Double) throws {
        let entropy = try TsallisEntropy(order: order)
        let (a, b) = ([3, 1, 1], [5, 2])
        let product = a.flatMap { x in b.map { x * $0 } }
        let (first, second) = (entropy.value(of: a), entropy.value(of: b))
        #expect(abs(entropy.value(of: product) - (first + second + (1 - order) * first * second)) < 1e-11)
    }

    @Test("never gives what is not a number", arguments: [-1e308, -1e6, -2, 0, 1, 1e6, 1e308, Double.infinity])
    func extremes(order: Double) throws {
        for counts in [[], [1], [Int.max, 1], [1, 1, 1]] {
            let value = try TsallisEntropy(order: order).value(of: counts)
            #expect(value >= 0, "\(counts)")
        }
    }

    @Test("an order that has no entropy is named", arguments: [-Double.infinity, .nan])
    func badOrder(order: Double) {
        #expect(throws: StatisticsError.self) { try TsallisEntropy(order: order) }
        #expect(throws: StatisticsError.self) { try TrafficEntropySpectrum(orders: [0, order]) }
    }

    @Test("the spectrum places a window between the least and the greatest of ordinary ones")
    func spectrum() throws {
        let spectrum = TrafficEntropySpectrum.standard
        #expect(spectrum.orders.count == 17 && spectrum.orders.first == -2 && spectrum.orders.last == 2)
        let usual = [[10, 10, 5], [30, 10, 5], [20, 10, 10]]
        let range = try spectrum.range(over: usual.map { CountSpectrum(counts: $0) })
        for counts in usual {
            let places = try range.normalized(spectrum.values(of: counts))
            #expect(places.allSatisfy { (0...1).contains($0) })
        }
        // Many rare values more: low orders leave the range upwards by far.
        let scan = try range.normalized(spectrum.values(of: [30, 10, 5] + Array(repeating: 1, count: 200)))
        #expect(scan[0] > 1000 && scan[0] > scan[16])
    }

    @Test("an order that never changed has no scale")
    func constant() throws {
        let spectrum = try TrafficEntropySpectrum(orders: [0])
        let range = try spectrum.range(over: [CountSpectrum(counts: [1, 2]), CountSpectrum(counts: [5, 5])])
        #expect(try range.normalized([1]) == [0.5])
        #expect(try range.normalized([2]) == [.infinity])
        #expect(try range.normalized([0]) == [-.infinity])
    }

    @Test("what cannot be compared is named")
    func bad() throws {
        let spectrum = TrafficEntropySpectrum.standard
        #expect(throws: StatisticsError.self) { try TrafficEntropySpectrum(orders: []) }
        #expect(throws: StatisticsError.self) { try spectrum.range(over: []) }
        let range = try spectrum.range(over: [CountSpectrum(counts: [1, 2])])
        #expect(throws: StatisticsError.self) { try range.normalized([1]) }
    }
}
