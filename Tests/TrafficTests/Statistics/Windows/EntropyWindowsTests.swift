import Testing
import Traffic

@Suite("entropy in windows")
struct EntropyWindowsTests {
    @Test("each full window has the entropy of its values", arguments: 1...40)
    func naive(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let values = generator.integers(in: 0..<12, count: generator.integer(in: 0..<200))
        let (length, step) = (generator.integer(in: 1..<60), generator.integer(in: 1..<60))
        var expected: [Double] = []
        var start = 0
        while start + length <= values.count {
            expected.append(Entropy.bits(of: Counts(values[start..<start + length])))
            start += step
        }
        let found = try Entropy.bits(ofValues: values, inWindowsOf: length, every: step)
        #expect(found.count == expected.count, "seed \(seed)")
        #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-13 }, "seed \(seed)")
        #expect(try Entropy.bits(ofValues: values.map { UInt16($0) }, inWindowsOf: length, every: step) == found)
        #expect(try Entropy.bits(ofValues: values.map { "\($0)" }, inWindowsOf: length, every: step) == found)
    }

    @Test("a window's figure does not depend on what came before it")
    func history() throws {
        var generator = NumPyGenerator(seed: 2)
        let values = generator.integers(in: 0..<3000, count: 5000)
        let sliding = try Entropy.bits(ofValues: values, inWindowsOf: 1000, every: 1)
        for start in [0, 1, 999, 1000, 3999, 4000] {
            let alone = try Entropy.bits(ofValues: values[start..<start + 1000], inWindowsOf: 1000, every: 1000)
            #expect(alone == [sliding[start]])
        }
    }

    @Test(
        "a window's figure is that of a stream with the same values, to the last bit",
        arguments: [1, 2, 1_000, 16_383, 16_384, 20_000])
    func stream(length: Int) throws {
        var generator = NumPyGenerator(seed: 3)
        let ports = generator.integers(in: 0..<500, count: 20_300).map { UInt16($0 * $0 / 50) }
        let sliding = try Entropy.bits(ofValues: ports, inWindowsOf: length, every: 1)
        var stream = try DenseTrailingEntropy<UInt16>(last: length)
        for (place, port) in ports.enumerated() {
            stream.add(port, at: Timestamp(nanoseconds: Int64(place)))
            guard place + 1 >= length else { continue }
            #expect(stream.bits == sliding[place + 1 - length])
        }
    }

    @Test("figures are handed over with the place of each window's first value", arguments: [(1, 1), (7, 3), (3, 9)])
    func handedOver(length: Int, step: Int) throws {
        let values = (0..<50).map { $0 * $0 % 11 }
        var (places, figures): ([Int], [Double]) = ([], [])
        try Entropy.forEachWindow(of: length, every: step, in: values) { first, bits in
            places.append(first)
            figures.append(bits)
        }
        #expect(places == Array(stride(from: 0, through: 50 - length, by: step)))
        #expect(try figures == Entropy.bits(ofValues: values, inWindowsOf: length, every: step))
        #expect(throws: StatisticsError.notPositive(argument: "window step", value: "0")) {
            try Entropy.forEachWindow(of: 1, every: 0, in: values) { _, _ in }
        }
    }

    @Test("lengths and steps without bound are windows like others")
    func extremes() throws {
        #expect(try Entropy.bits(ofValues: [1, 2], inWindowsOf: 2, every: .max) == [1])
        #expect(try Entropy.bits(ofValues: [1, 2], inWindowsOf: .max, every: 1).isEmpty)
        #expect(try Entropy.bits(ofValues: [Int](), inWindowsOf: 1, every: 1).isEmpty)
    }

    @Test("a slice counts from its own beginning")
    func slice() throws {
        let ports: [UInt16] = [9, 9, 80, 80, 443, 22, 9]
        #expect(try Entropy.bits(ofValues: ports[2..<6], inWindowsOf: 2, every: 1) == [0, 1, 1])
    }

    @Test("too few values for a window give nothing")
    func tooFew() throws {
        #expect(try Entropy.bits(ofValues: [1, 2], inWindowsOf: 3, every: 1).isEmpty)
    }

    @Test(
        "a length or step that is not above zero is named",
        arguments: [
            (0, 1, "window length is 0: give one above zero"), (1, 0, "window step is 0: give one above zero"),
        ])
    func invalid(length: Int, step: Int, message: String) {
        let error = #expect(throws: StatisticsError.self) {
            try Entropy.bits(ofValues: [1], inWindowsOf: length, every: step)
        }
        #expect(error?.description == message)
    }

    @Test("the type of the values makes no difference", arguments: 1...10)
    func types(seed: Int) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let values = generator.integers(in: 0..<40, count: 300)
        let bits = Entropy.bits(ofValues: values)
        #expect(bits == Entropy.bits(ofValues: values.map { UInt16($0) }), "seed \(seed)")
        #expect(bits == Entropy.bits(ofValues: values.map { IPAddress(UInt32($0)) }), "seed \(seed)")
        #expect(bits == Entropy.bits(ofValues: values.map { "\($0)" }), "seed \(seed)")
    }
}
