import Testing
import Traffic

private struct Event: Timed, Hashable, Sendable {
    let time: Timestamp
    let number: Int
}

@Suite("windows")
struct WindowsTests {
    private func events(at seconds: [Double]) -> [Event] {
        seconds.enumerated().map { Event(time: Timestamp(seconds: $1), number: $0) }
    }

    private func contents(_ seconds: [Double], _ windowing: Windowing) throws -> [[Int]] {
        try events(at: seconds).windows(windowing).map { $0.map(\.number) }
    }

    @Test("tumbling windows follow the clock from the first event, empty ones included")
    func tumbling() throws {
        #expect(try contents([5, 6, 14.9, 15, 41], .tumbling(.seconds(10))) == [[0, 1, 2], [3], [], [4]])
    }

    @Test("sliding windows overlap and end with the first that reaches the last event")
    func sliding() throws {
        let windows = try contents([0, 1, 2, 3, 4, 5], .sliding(.seconds(3), every: .seconds(1)))
        #expect(windows == [[0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4, 5]])
    }

    @Test("windows by count may leave a shorter last one")
    func byCount() throws {
        #expect(try contents([0, 1, 2, 3, 4], .tumbling(packets: 2)) == [[0, 1], [2, 3], [4]])
        let sliding = try contents([0, 1, 2, 3, 4], .sliding(packets: 3, every: 1))
        #expect(sliding == [[0, 1, 2], [1, 2, 3], [2, 3, 4]])
    }

    @Test("windows that lie apart end with the last that begins before the events do")
    func apart() throws {
        #expect(try contents([0, 1, 2, 3, 4, 5], .sliding(packets: 2, every: 10)) == [[0, 1]])
        #expect(try contents([0, 1, 2, 3, 4, 5], .sliding(packets: 2, every: 5)) == [[0, 1], [5]])
        #expect(try contents([0, 1, 2, 3], .sliding(.seconds(1), every: .seconds(2))) == [[0], [2]])
        #expect(try contents([0, 1, 2, 3], .sliding(.seconds(2), every: .seconds(3))) == [[0, 1], [3]])
    }

    @Test("no events make no windows, and one makes one")
    func fewEvents() throws {
        #expect(try contents([], .tumbling(.seconds(1))).isEmpty)
        #expect(try contents([7], .tumbling(.seconds(1))) == [[0]])
        #expect(try contents([7], .tumbling(packets: 10)) == [[0]])
    }

    @Test("events out of order are put in order, equal times as they came")
    func order() throws {
        #expect(try contents([12, 0, 5, 5], .tumbling(.seconds(10))) == [[1, 2, 3], [0]])
    }

    @Test("a clock that jumps over all time costs nothing")
    func jump() throws {
        let events = [Int64.min, 0, Int64.max].map { Event(time: Timestamp(nanoseconds: $0), number: 0) }
        let windows = try events.windows(.tumbling(.seconds(1)))
        #expect(windows.first?.count == 1 && windows.last?.count == 1)
        #expect(windows.count == 18_446_744_074)
    }

    @Test("windows of one nanosecond over all time are held at the largest number")
    func tooMany() throws {
        let events = [Int64.min, Int64.max].map { Event(time: Timestamp(nanoseconds: $0), number: 0) }
        #expect(try events.windows(.tumbling(.nanoseconds(1))).count == Int.max)
    }

    @Test(
        "a length or step that is not above zero is named",
        arguments: [
            (Windowing.tumbling(.zero), "window length is 0 ns: give one above zero"),
            (.tumbling(.seconds(-1)), "window length is -1000000000 ns: give one above zero"),
            (.sliding(.seconds(1), every: .zero), "window step is 0 ns: give one above zero"),
            (.tumbling(packets: 0), "window length is 0: give one above zero"),
            (.sliding(packets: 5, every: -2), "window step is -2: give one above zero"),
        ])
    func invalid(windowing: Windowing, message: String) {
        let error = #expect(throws: StatisticsError.self) { try events(at: [1]).windows(windowing) }
        #expect(error?.description == message)
    }

    @Test("windows hold what a search of all events finds", arguments: 1...40)
    func naive(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let times = generator.integers(in: 0..<2000, count: generator.integer(in: 1..<80)).sorted()
        let events = times.enumerated().map { Event(time: Timestamp(nanoseconds: Int64($1)), number: $0) }
        let length = generator.integer(in: 1..<300)
        let step = generator.integer(in: 1..<300)
        let windows = try events.windows(.sliding(.nanoseconds(length), every: .nanoseconds(step)))
        let first = times[0]
        for (index, window) in windows.enumerated() {
            let range = first + index * step..<first + index * step + length
            let expected = events.filter { range.contains(Int($0.time.nanoseconds)) }
            #expect(Array(window) == expected, "seed \(seed)")
            let last = times[times.count - 1]
            let isLast = range.upperBound > last || range.lowerBound + step > last
            #expect(isLast == (index == windows.count - 1), "seed \(seed)")
        }
    }
}
