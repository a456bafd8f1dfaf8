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
