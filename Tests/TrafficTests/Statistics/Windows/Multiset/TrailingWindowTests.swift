import Testing
import Traffic

@Suite("entropy of the latest values")
struct TrailingWindowTests {
    @Test("by count and by time it is that of a search of all events", arguments: 1...30)
    func naive(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let ports = generator.integers(in: 0..<9, count: 150).map { UInt16($0) }
        let times = generator.integers(in: 0..<300, count: 150).sorted().map { Timestamp(nanoseconds: Int64($0)) }
        let length = generator.integer(in: 1..<40)
        var byCount = try DenseTrailingEntropy<UInt16>(last: length)
        var byTime = try TrailingEntropy<UInt16>(last: .nanoseconds(length))
        let series = try Entropy.bits(ofValues: ports, at: times, inLast: .nanoseconds(length))
        let addresses = try Entropy.bits(
            ofValues: ports.map { IPAddress(UInt32($0)) }, at: times, inLast: .nanoseconds(length))
        for index in ports.indices {
            byCount.add(ports[index], at: times[index])
            byTime.add(ports[index], at: times[index])
            let last = ports[...index].suffix(length)
            #expect(abs(byCount.bits - Entropy.bits(ofValues: last)) < 1e-12 && byCount.entropy.total == last.count)
            let recent = (0...index).filter { times[index] - times[$0] < .nanoseconds(length) }.map { ports[$0] }
            #expect(abs(byTime.bits - Entropy.bits(ofValues: recent)) < 1e-12)
            #expect(series[index] == byTime.bits && addresses[index] == byTime.bits)
        }
    }

    @Test("an event that is late counts as of the latest, and is told")
    func late() throws {
        let seconds: [Int64] = [10, 4, 12, 13, 20]
        let times = seconds.map { Timestamp(seconds: $0, nanoseconds: 0) }
        var window = try TrailingEntropy<Int>(last: .seconds(3))
        var totals: [Int] = []
        var bits: [Double] = []
        for (value, time) in times.enumerated() {
            window.add(value, at: time)
            totals.append(window.entropy.total)
            bits.append(window.bits)
        }
        #expect(totals == [1, 2, 3, 2, 1] && window.lateEvents == 1)
        #expect(try Entropy.bits(ofValues: 0..<5, at: times, inLast: .seconds(3)) == bits)
    }

    @Test("times as far apart as there are, and a window longer than the data")
    func extremes() throws {
        let times = [Int64.min, 0, .max].map { Timestamp(nanoseconds: $0) }
        #expect(try Entropy.bits(ofValues: [1, 2, 3], at: times, inLast: .nanoseconds(1)) == [0, 0, 0])
        #expect(try Entropy.bits(ofValues: [1, 2, 3, 4], at: times, inLast: .nanoseconds(Int64.max)) == [0, 0, 0])
        #expect(try Entropy.bits(ofValues: [Int](), at: times, inLast: .seconds(1)) == [])
        var window = try TrailingEntropy<Int>(last: Int.max)
        for value in 0..<4 { window.add(value, at: times[0]) }
        #expect(window.bits == 2)
    }

    @Test("a length that is not above zero is named")
    func invalid() {
        let error = StatisticsError.notPositive(argument: "window length", value: "0 ns")
        #expect(throws: error) { try TrailingEntropy<Int>(last: .zero) }
        #expect(throws: error) { try Entropy.bits(ofValues: [1], at: [Timestamp(nanoseconds: 0)], inLast: .zero) }
        #expect(throws: StatisticsError.notPositive(argument: "window length", value: "-1")) {
            try TrailingEntropy<Int>(last: -1)
        }
    }
}
