import Testing
import Traffic

@Suite("false discoveries among many tests")
struct FalseDiscoveryTests {
    // The 25 p-values of Benjamini and Hochberg's kind; scipy.stats.false_discovery_control of SciPy 1.17.1.
    static let many = [
        0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34, 0.341,
        0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ]
    static let few = [0.5, 0.01, 1, 0.01, 0.0, 0.3]

    @Test("Benjamini–Hochberg agrees with SciPy")
    func hochberg() throws {
        let expected =
            [0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.2642857142857143] + Array(repeating: 0.49107142857142866, count: 7)
            + [
                0.5328125, 0.5328125, 0.5647058823529413, 0.781578947368421, 0.781578947368421, 0.87,
                0.9071428571428571,
            ]
            + Array(repeating: 0.986, count: 4)
        let adjusted = try FalseDiscovery(of: Self.many).adjusted
        #expect(zip(adjusted, expected).allSatisfy { abs($0 - $1) < 1e-12 } && adjusted.count == 25)
        let ties = try FalseDiscovery(of: Self.few).adjusted
        #expect(zip(ties, [0.6, 0.02, 1, 0.02, 0, 0.45]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test("Benjamini–Yekutieli agrees with SciPy")
    func yekutieli() throws {
        let expected = [
            0.09539895444383768, 0.38159581777535073, 0.8013512173282366, 0.8013512173282366, 0.8013512173282366,
            0.9539895444383768, 1,
        ]
        let adjusted = try FalseDiscovery(of: Self.many, by: .benjaminiYekutieli).adjusted
        #expect(zip(adjusted, expected).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(adjusted.dropFirst(6).allSatisfy { $0 == 1 })
    }

    @Test("discoveries are told by index, in any order of the tests")
    func discoveries() throws {
        #expect(try FalseDiscovery(of: Self.few).discoveries(at: 0.05) == [1, 3, 4])
        #expect(try FalseDiscovery(of: Self.few.reversed()).discoveries(at: 0.05) == [1, 2, 4])
        #expect(try FalseDiscovery(of: []).discoveries(at: 1).isEmpty)
        #expect(try FalseDiscovery(of: Self.few).discoveries(at: .nan).isEmpty)
    }

    @Test("what is no probability is named", arguments: [-0.1, 1.1, Double.nan])
    func errors(value: Double) {
        let error = #expect(throws: StatisticsError.self) { try FalseDiscovery(of: [0.5, value]) }
        #expect(
            error?.description == "p-values: value \(value) at index 1 is not a probability: give numbers from 0 to 1")
    }
}
