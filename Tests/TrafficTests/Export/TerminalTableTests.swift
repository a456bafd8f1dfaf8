import Testing
import Traffic

@Suite("A table in a terminal")
struct TerminalTableTests {
    private static let profile = Profile<(String, Double)>(
        "pairs", summary: "",
        columns: [
            .init("name", .text, "A name.") { .text($0.0) },
            .init("mean", .real, unit: "bytes", "A number.") { .real($0.1) },
        ])

    @Test("has words to the left, numbers aligned on the decimal point, and units below the names")
    func layout() {
        let text = TerminalTable(Self.profile, width: 40).text([("first", 83.5), ("second one", 1234.56789)])
        #expect(
            text == """
                name           mean
                            [bytes]
                first         83.5
                second one  1234.57

                """)
    }

    @Test("keeps whole numbers, long fractions and what is no number in line")
    func decimals() {
        let rows = [("a", 1), ("b", .nan), ("c", 1e300), ("d", 0.015625), ("e", -12.5)]
        #expect(
            TerminalTable(Self.profile, width: 40).text(rows) == """
                name           mean
                            [bytes]
                a          1.0
                b          -
                c     1e+300
                d          0.015625
                e        -12.5

                """)
    }

    @Test("leaves out from the right what does not fit, and says so")
    func narrow() {
        let text = TerminalTable(Self.profile, width: 20).text([("a name of twenty one", 1)])
        #expect(
            text == """
                name
                a name of twenty one
                … and 1 more column: choose fewer, or widen the terminal

                """)
    }

    @Test("shows nothing that a terminal would act upon")
    func control() {
        let text = TerminalTable(Self.profile, width: 40).text([("\u{1b}[31m\u{7}\u{202e}", 1)])
        #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value == 0x202e })
    }

    @Test(
        "rounds to six digits",
        arguments: [
            (0.0306645123, "0.0306645"), (123456789, "123457000.0"), (-0.1 - 0.2, "-0.3"), (.nan, "-"),
            (1e300, "1e+300"), (2e-300, "2e-300"),
        ] as [(Double, String)])
    func rounding(number: Double, text: String) {
        let shown = TerminalTable(Self.profile, width: 60).text([("x", number)])
        #expect(shown.split(separator: "\n").last?.split(separator: " ").last.map(String.init) == text)
    }
}
