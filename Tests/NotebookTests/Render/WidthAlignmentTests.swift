import Testing

@testable import Notebook

@Suite("Alignment by width")
struct WidthAlignmentTests {
    @Test(
        "each text gets the characters of which others have more",
        arguments: [
            (["−1.5", "12.25"], ["00", "−"]),
            (["0.5", "0.7"], ["", ""]),
            (["1,204.25", "", "3%"], ["%", "%,.000000", ",.00000"]),
            ([], []),
        ])
    func fillings(texts: [String], expected: [String]) {
        #expect(WidthAlignment.fillings(for: texts) == expected)
    }

    @Test("filled texts consist of the same characters, whatever digits they have")
    func sameCharacters() {
        let texts = ["0.5", "−12", "3.25", "–", "", "1,000.125", "∞", "1.5×10⁻⁴"]
        let filled = zip(texts, WidthAlignment.fillings(for: texts)).map(+)
        let kinds = filled.map { String($0.map { $0.isASCIIDigit ? "0" : $0 }.sorted()) }
        #expect(Set(kinds).count == 1)
    }
}
