import Testing
import Traffic

@Suite("time stamps")
struct TimestampTests {
    static let moments: [(Timestamp, Int64)] = [
        (Timestamp(seconds: 1, nanoseconds: 5), 1_000_000_005), (Timestamp(seconds: 0, nanoseconds: -5), -5),
        (Timestamp(seconds: .max, nanoseconds: 0), .max), (Timestamp(seconds: .min, nanoseconds: 0), .min),
        (Timestamp(seconds: 1e300), .max), (Timestamp(seconds: -1e300), .min), (Timestamp(seconds: .nan), 0),
        (Timestamp(seconds: 1.5), 1_500_000_000), (Timestamp(nanoseconds: .max) + .seconds(1), .max),
        (Timestamp(nanoseconds: .min) - .seconds(1), .min), (Timestamp(nanoseconds: 0) + .seconds(Int64.max), .max),
    ]

    @Test("are held at the ends of what they cover", arguments: moments)
    func ends(time: Timestamp, nanoseconds: Int64) {
        #expect(time.nanoseconds == nanoseconds)
    }

    @Test("lie apart by the time between them")
    func distance() {
        let first = Timestamp(seconds: 10)
        let second = first + .milliseconds(1500)
        #expect(second - first == .milliseconds(1500) && first < second)
        #expect(Timestamp(nanoseconds: .min).duration(to: Timestamp(nanoseconds: .max)) > .seconds(18_000_000_000))
        #expect(Duration.milliseconds(-1500).inSeconds == -1.5)
    }
}
