import Testing
import Traffic

@testable import TrafficCapture

@Suite("ticks of an interface")
struct InterfaceClockTests {
    @Test(
        "become nanoseconds, cut off below and held at the ends",
        arguments: [
            (.ten, 6, 0, 1_000_001, 1_000_001_000), (.ten, 9, 0, 1_000_000_001, 1_000_000_001),
            (.ten, 0, 0, 4_294_967_296, 4_294_967_296_000_000_000), (.ten, 3, -1, 1500, 500_000_000),
            (.ten, 10, 0, 19, 1), (.ten, 12, 0, 1_999_999_999_999, 1_999_999_999), (.ten, 127, 5, .max, 5_000_000_000),
            (.two, 1, 0, 3, 1_500_000_000), (.two, 32, 0, 1 << 31, 500_000_000), (.two, 30, 0, 1, 0),
            (.two, 64, 0, 1 << 63, 500_000_000), (.two, 127, 0, .max, 0), (.two, 0, -2, 1, -1_000_000_000),
            (.ten, 6, 0, .max, .max), (.ten, 9, 0, .max, .max), (.ten, 9, .min, 0, .min), (.ten, 0, .max, .max, .max),
        ] as [(TimestampResolution.Base, Int, Int64, UInt64, Int64)])
    func table(base: TimestampResolution.Base, exponent: Int, offset: Int64, ticks: UInt64, expected: Int64) {
        let clock = InterfaceClock(TimestampResolution(base: base, exponent: exponent), offset: offset)
        #expect(clock.time(ticks: ticks).nanoseconds == expected)
    }

    @Test("a resolution keeps the exponents that pcapng has")
    func exponents() {
        #expect(TimestampResolution(base: .two, exponent: 200).exponent == 127)
        #expect(TimestampResolution(base: .ten, exponent: -1).exponent == 0)
    }
}
