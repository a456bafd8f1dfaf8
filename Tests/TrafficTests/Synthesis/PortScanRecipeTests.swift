import Foundation
import TestSupport
import Testing
import Traffic

@Suite("the port scan lesson")
struct PortScanRecipeTests {
    private func windows() throws -> [PortWindow] {
        var generator = NumPyGenerator(seed: 42)
        return try PortScanRecipe().windows(using: &generator)
    }

    @Test(
        "landmarks of seed 42 are those published",
        arguments: [
            (1, 1.3253), (2, 1.3838), (61, 5.0418), (80, 5.1671), (81, 1.5353), (100, 1.5778),
        ])
    func landmarks(number: Int, bits: Double) throws {
        let window = try windows()[number - 1]
        #expect(window.number == number)
        #expect(abs(Entropy.bits(ofValues: window.ports) - bits) < 5e-5)
    }

    @Test("the whole series equals the reference", .enabled(if: SharedData.has("reference"), "needs shared data"))
    func series() throws {
        let rows = try Self.rows("reference/port-entropy-seed42.csv")
        let entropies = try windows().map { Entropy.bits(ofValues: $0.ports) }
        #expect(rows.count == entropies.count)
        for (row, bits) in zip(rows, entropies) {
            let expected = try #require(Double(row[1]))
            #expect(abs(bits - expected) <= 1e-12, "window \(row[0])")
        }
    }

    @Test("all ports equal the reference", .enabled(if: SharedData.has("reference"), "needs shared data"))
    func ports() throws {
        let rows = try Self.rows("reference/ports-seed42.csv")
        let text = try windows().map { $0.ports.map(String.init).joined(separator: " ") }
        #expect(rows.map { $0[1] } == text)
    }

    @Test("phases follow the attack's window numbers")
    func phases() throws {
        let phases = try windows().map(\.phase)
        #expect(phases.prefix(60).allSatisfy { $0 == .baseline })
        #expect(phases[60..<80].allSatisfy { $0 == .attack })
        #expect(phases.suffix(20).allSatisfy { $0 == .post })
    }

    @Test("a scan of more flows than ports tries them again in the same order")
    func cycling() throws {
        var recipe = PortScanRecipe()
        recipe.scannedPorts = 1...5
        var generator = NumPyGenerator(seed: 1)
        let ports = try recipe.scanPorts(12, using: &generator)
        #expect(Set(ports.prefix(5)) == Set(1...5))
        #expect(Array(ports.prefix(5)) == Array(ports[5..<10]))
    }

    @Test("an odd window has one more scanning flow than ordinary ones")
    func oddWindow() throws {
        var recipe = PortScanRecipe()
        recipe.flowsPerWindow = 5
        recipe.attack = 1...1
        recipe.scannedPorts = 60000...60100
        var generator = NumPyGenerator(seed: 3)
        let ports = try recipe.windows(using: &generator)[0].ports
        #expect(ports.count == 5)
        #expect(ports.filter { $0 >= 60000 }.count == 3)
    }

    private static func rows(_ path: String) throws -> [[String]] {
        let text = try String(contentsOf: #require(SharedData.url(path)), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    }
}
