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

    /// The bound is of a single stream: among many a share of `risk` may pass it, within five standard errors.
    @Test("errors keep within their bound, and spread as they are said to")
    func bound() throws {
        let streams = Soak.choose(1000, otherwise: 60)
        let registers = 128
        var generator = NumPyGenerator(seed: 17)
        var beyond = 0
        var squares = 0.0
        for stream in 0..<streams {
            let counts = counts(&generator, stream % 3, most: Soak.choose(2000, otherwise: 200))
            var sketch = try EntropySketch<Int>(registers: registers, seed: UInt64(stream))
            for (value, count) in counts.enumerated() { sketch.add(value, times: count) }
            let error = sketch.bits - Entropy.bits(of: counts)
            if try abs(error) > sketch.error(risk: 0.05) { beyond += 1 }
            squares += error * error
        }
        let allowed = 0.05 * Double(streams) + 5 * (0.05 * 0.95 * Double(streams)).squareRoot()
        #expect(Double(beyond) <= allowed, "\(beyond) of \(streams)")
        let spread = (squares / Double(streams)).squareRoot()
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
        #expect(try sketch.memory == EntropySketch<Int>(registers: 8).memory)
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

    /// The hash of a value is part of what a sketch means: it must not change between runs or versions.
    @Test("a sketch is the same in every run", arguments: [(UInt64(0), 3.0), (1, 3.0)])
    func stable(seed: UInt64, bits: Double) throws {
        var (numbers, wide) = (
            try EntropySketch<UInt8>(registers: 64, seed: seed), try EntropySketch<Int>(registers: 64, seed: seed)
        )
        for value in 0..<8 {
            numbers.add(UInt8(value))
            wide.add(value)
        }
        #expect(numbers.bits == wide.bits)
        #expect(try abs(numbers.bits - bits) < numbers.error(risk: 1e-4))
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
