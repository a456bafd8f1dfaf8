import Foundation
import TestSupport
import Testing
import Traffic

@Suite("entropy in bounded memory")
struct EntropySketchTests {
    /// A stream of one of three shapes: even, of Zipf's kind, or one value that outweighs all others.
    private func counts(_ generator: inout NumPyGenerator, _ shape: Int, most: Int) -> [Int] {
        let support = generator.integer(in: 1..<most)
        return (0..<support).map { rank in
            switch shape {
            case 0: generator.integer(in: 1..<4)
            case 1: 1 + 1000 / (rank + 1)
            default: rank == 0 ? 100_000 : 1
            }
        }
    }

    /// Each stream has a seed of its own, so a share of `risk` may pass the bound; as that is proved and not fitted,
    /// fewer do.
    @Test("no more errors pass their bound than it says, and they spread as they are said to")
    func bound() throws {
        let streams = Soak.choose(1000, otherwise: 200)
        let registers = 128
        var generator = NumPyGenerator(seed: 17)
        var errors: [Double] = []
        for stream in 0..<streams {
            let counts = counts(&generator, stream % 3, most: Soak.choose(2000, otherwise: 200))
            var sketch = try EntropySketch<Int>(registers: registers, seed: UInt64(stream))
            for (value, count) in counts.enumerated() { sketch.add(value, times: count) }
            errors.append(abs(sketch.bits - Entropy.bits(of: counts)))
        }
        for risk in [0.05, 0.01] {
            let bound = try EntropySketch<Int>(registers: registers).error(risk: risk)
            let beyond = errors.count { $0 > bound }
            print("errors of sketches above the bound of risk \(risk): \(beyond) of \(streams)")
            #expect(Double(beyond) <= risk * Double(streams))
        }
        let spread = (errors.reduce(0) { $0 + $1 * $1 } / Double(streams)).squareRoot()
        let expected = (3.0 / Double(registers)).squareRoot() / 0.6931471805599453
        #expect(spread < 1.5 * expected, "\(spread), where \(expected) is the largest expected")
    }

    @Test("merged sketches, and any order, are the same as one, to the last bit")
    func merging() throws {
        var generator = NumPyGenerator(seed: 4)
        let addresses = generator.integers(in: 0..<700, count: 900).map { IPAddress(UInt32($0)) }
        var whole = try EntropySketch<IPAddress>(registers: 40, seed: 9)
        var (first, second) = (whole, whole)
        for address in addresses.reversed() { whole.add(address) }
        for address in addresses[..<300] { first.add(address) }
        for address in addresses[300...] { second.add(address) }
        try first.merge(second)
        #expect(first.bits == whole.bits && first.total == 900)
    }

    @Test("more values than are kept aside change nothing of the figure")
    func settling() throws {
        var sketch = try EntropySketch<Int>(registers: 8)
        var halves = [sketch, sketch]
        for value in 0..<9000 {
            sketch.add(value)
            halves[value & 1].add(value)
        }
        try halves[0].merge(halves[1])
        #expect(sketch.bits == halves[0].bits)
    }

    /// In a process of its own, where nothing else takes memory meanwhile.
    @Test("memory is what is told and at most a tenth more", arguments: [(1, 9000), (4096, 4000)])
    func memory(registers: Int, values: Int) async {
        await #expect(processExitsWith: .success) { [registers, values] in
            func sketch() throws -> EntropySketch<Int> {
                var sketch = try EntropySketch<Int>(registers: registers)
                for value in 0..<values { sketch.add(value) }
                return sketch
            }
            // The first one makes what all share.
            var sketches = [try sketch()]
            let before = EntropySketchTests.resident
            for _ in 0..<100 { sketches.append(try sketch()) }
            let taken = Double(EntropySketchTests.resident - before)
            let told = sketches.dropFirst().reduce(0) { $0 + Double($1.memory) }
            #expect(taken < 1.1 * told && taken > 0.9 * told, "\(taken) bytes, where \(told) are told")
        }
    }

    /// The bytes of this process that are in memory.
    static var resident: Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return fields.flatMap { Int($0[1]) }.map { $0 * Int(getpagesize()) } ?? 0
    }

    @Test("nothing and one value have no entropy, however often it came")
    func few() throws {
        var sketch = try EntropySketch<String>(error: 0.5, risk: 0.1)
        #expect(sketch.bits == 0)
        sketch.add("a", times: -4)
        #expect(sketch.total == 0)
        sketch.add("a")
        #expect(sketch.bits == 0)
        sketch.add("a", times: .max)
        sketch.add("b")
        #expect(sketch.total == .max && sketch.bits <= 0.5)
    }

    @Test("what makes no sketch is named")
    func invalid() throws {
        #expect(throws: StatisticsError.self) { try EntropySketch<Int>(registers: 0) }
        #expect(throws: StatisticsError.self) { try EntropySketch<Int>(registers: .max) }
        for (error, risk) in [
            (0, 0.1), (-1, 0.1), (.nan, 0.1), (.infinity, 0.1), (1e-9, 0.1), (1, 0), (1, 1), (1, .nan),
        ] {
            #expect(throws: StatisticsError.self, "\(error) \(risk)") {
                try EntropySketch<Int>(error: error, risk: risk)
            }
        }
        var sketch = try EntropySketch<Int>(registers: 4, seed: 1)
        let other = try EntropySketch<Int>(registers: 4, seed: 2)
        let mismatch = #expect(throws: StatisticsError.self) { try sketch.merge(other) }
        #expect(mismatch?.description == "seed is 1 in one and 2 in the other: make both alike before they count")
        #expect(throws: StatisticsError.notAlike(argument: "registers", first: "4", second: "5")) {
            try sketch.merge(EntropySketch<Int>(registers: 5, seed: 1))
        }
        let range = #expect(throws: StatisticsError.self) { try sketch.error(risk: 2) }
        #expect(range?.description == "risk is 2.0: give one above 0 and below 1")
    }
}
