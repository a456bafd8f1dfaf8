import TestSupport
import Testing
import Traffic

@Suite("entropy of values that come and go")
struct MultisetEntropyTests {
    @Test(
        "equally frequent values, as many as a power of two, have an exact entropy", arguments: [1, 3, 7, 8, 49, 999])
    func exact(count: Int) {
        for power in 0..<8 {
            var entropy = StreamingEntropy<Int>()
            for value in 0..<1 << power { entropy.add(value, times: count) }
            #expect(entropy.bits == Double(power) && entropy.total == count << power)
            #expect(entropy.normalizedBySupport == (power == 0 ? 0 : 1))
        }
    }

    /// −Σ p log2 p in Python's decimal with 50 digits.
    @Test(
        "little entropy in much is exact to its last digits",
        arguments: [
            ([1_000_000, 1], 2.137424295731746e-05), ([1 << 40, 1], 3.769191156684604e-11),
            ([4, 2, 3, 2, 4, 2, 1, 1], 2.839775539645508),
        ])
    func small(counts: [Int], bits: Double) {
        var entropy = StreamingEntropy<Int>()
        for (value, count) in counts.enumerated() { entropy.add(value, times: count) }
        #expect(abs(entropy.bits - bits) <= 0x1p-55 + bits * 0x1p-52, "\(entropy.bits)")
    }

    @Test("after any number of changes the figure is that of the counts, and the state that of another history")
    func drift() {
        var generator = NumPyGenerator(seed: 11)
        var entropy = StreamingEntropy<Int>()
        var dense = DenseStreamingEntropy<UInt16>()
        var held: [Int] = []
        let steps = Soak.choose(10_000_000, otherwise: 100_000)
        for step in 1...steps {
            // Seldom values and one in four of the same, which passes the table of logarithms in a soak.
            let isCommon = generator.integer(in: 0..<4) == 0
            if held.isEmpty || generator.integer(in: 0..<100) < (step / 20_000 % 2 == 0 ? 60 : 42) {
                let value = isCommon ? 443 : generator.integer(in: 0..<2000)
                held.append(value)
                entropy.add(value)
                dense.add(UInt16(value))
            } else {
                held.swapAt(generator.integer(in: 0..<held.count), held.count - 1)
                let value = held.removeLast()
                let wasThere = entropy.remove(value) && dense.remove(UInt16(value))
                if !wasThere { Issue.record("\(value) was not there at step \(step)") }
            }
            if step % (steps / 20) == 0 { compare(entropy, dense, with: Counts(held), step) }
        }
    }

    private func compare(
        _ entropy: StreamingEntropy<Int>, _ dense: DenseStreamingEntropy<UInt16>, with counts: Counts<Int>, _ step: Int
    ) {
        #expect(abs(entropy.bits - Entropy.bits(of: counts)) < 1e-9, "step \(step)")
        #expect(entropy.total == counts.total && entropy.support == counts.support, "step \(step)")
        var fresh = StreamingEntropy<Int>()
        for (value, count) in counts.sorted { fresh.add(value, times: count) }
        #expect(fresh == entropy && fresh.bits == entropy.bits && dense.bits == entropy.bits, "step \(step)")
    }

    @Test("one number above all others passes the table of logarithms and comes back")
    func beyondTable() {
        var entropy = DenseStreamingEntropy<UInt16>()
        entropy.add(1, times: 16_000)
        let before = entropy
        for _ in 0..<1000 { entropy.add(1) }
        for value in 2..<100 as Range<UInt16> { entropy.add(value) }
        #expect(abs(entropy.bits - Entropy.bits(of: [17_000] + Array(repeating: 1, count: 98))) < 1e-13)
        for value in 2..<100 as Range<UInt16> { entropy.remove(value) }
        for _ in 0..<1000 { entropy.remove(1) }
        #expect(entropy == before && entropy.bits == 0)
    }

    @Test("what is not there cannot be taken back, and changes nothing")
    func absent() {
        var entropy = StreamingEntropy<String>()
        #expect(!entropy.remove("a") && entropy.remove("a", times: 3) == 0 && entropy.bits == 0)
        entropy.add("a", times: 2)
        let before = entropy
        #expect(!entropy.remove("b") && entropy.remove("a", times: -5) == 0)
        entropy.add("a", times: -5)
        #expect(entropy == before)
        #expect(entropy.remove("a", times: .max) == 2 && entropy == StreamingEntropy())
    }

    @Test("as many observations as a number takes are held there")
    func most() {
        var entropy = StreamingEntropy<Int>()
        entropy.add(1, times: .max / 2)
        entropy.add(2, times: .max)
        entropy.add(3)
        #expect(entropy.total == .max && entropy.support == 2 && entropy.bits == 1)
        entropy.remove(2, times: .max)
        #expect(entropy.total == .max / 2 && entropy.bits == 0)
    }

    @Test("numbers without a place in the table are counted all the same")
    func outside() {
        var entropy = DenseStreamingEntropy<Int>()
        entropy.add(contentsOf: [-1, 65_535, 65_536, .max, .min, -1, 0, 0])
        #expect(entropy.bits == Entropy.bits(of: [2, 1, 1, 1, 1, 2]) && entropy.counts[-1] == 2)
        #expect(entropy.remove(.min) && !entropy.remove(.min) && entropy.support == 5)
        var bytes = DenseStreamingEntropy<UInt8>()
        bytes.add(contentsOf: 0...255)
        #expect(bytes.bits == 8)
    }

    @Test("other units are multiples")
    func units() {
        var entropy = StreamingEntropy<Int>()
        entropy.add(contentsOf: [1, 2, 3, 4])
        #expect(entropy.value(in: .bits) == 2 && abs(entropy.value(in: .nats) - 1.3862943611198906) < 1e-15)
    }
}
