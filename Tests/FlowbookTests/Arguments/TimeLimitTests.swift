import Testing

@testable import flowbook

@Suite("Times as a person writes them")
struct TimeLimitTests {
    @Test(
        "a number with a unit, or off",
        arguments: [
            ("120", .seconds(120)), ("120s", .seconds(120)), ("1.5s", .milliseconds(1500)), ("2m", .seconds(120)),
            ("500ms", .milliseconds(500)), ("250us", .microseconds(250)), ("1h", .seconds(3600)),
            ("1d", .seconds(86_400)),
            (".5", .milliseconds(500)),
        ] as [(String, Duration)])
    func time(text: String, duration: Duration) {
        #expect(TimeLimit(text) == .time(duration))
    }

    @Test("off is no limit")
    func off() {
        #expect(TimeLimit("off")?.duration == nil && TimeLimit("off") == .off)
    }

    @Test(
        "anything else is none",
        arguments: ["", "0", "0s", "-1", "1 s", "s", "1e3", "1.2.3", "5y", "nan", "inf", "200000d", "１", "of"])
    func none(text: String) {
        #expect(TimeLimit(text) == nil)
    }
}
