import Testing

@testable import flowbook

@Suite("Long lines are folded between words")
struct FoldedTextTests {
    @Test(
        "at a terminal's width",
        arguments: [
            ("", 20, [""]), ("one two", 20, ["one two"]), ("one two", 7, ["one two"]),
            ("one two", 6, ["one", "  two"]),
            ("  faults: wrong (3), cut (1)", 18, ["  faults: wrong", "    (3), cut (1)"]),
            ("to /a/path/that/is/long and on", 10, ["to", "  /a/path/that/is/long", "  and on"]),
        ] as [(String, Int, [String])])
    func lines(text: String, width: Int, lines: [String]) {
        #expect(text.folded(width: width) == lines)
    }
}
