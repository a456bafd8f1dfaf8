import Testing

@testable import Notebook

@Suite("Alignment on the decimal point")
struct DecimalAlignmentTests {
    @Test(
        "each number gets the digits it lacks",
        arguments: [
            (["12", "3.5", "0.25"], [".00", "0", nil]),
            (["1", "20"], [nil, nil]),
            (["−1.50", "1,204.25", "–", "∞"], [nil, nil, ".00", ".00"]),
            ([], []),
        ] as [([String], [String?])])
    func paddings(texts: [String], expected: [String?]) {
        #expect(DecimalAlignment.paddings(for: texts) == expected)
    }

    @Test(
        "numbers that end in units or powers are not aligned",
        arguments: [["1.2 s", "3 ms"], ["1.5×10⁴"], ["12%", "3.5%"]])
    func units(texts: [String]) {
        #expect(DecimalAlignment.paddings(for: texts) == nil)
    }

    @Test("with its invisible digits every number of a column has the same tail")
    func sameTail() throws {
        let texts = ["0.5", "12", "3.25", "–", "1,000.125"]
        let paddings = try #require(DecimalAlignment.paddings(for: texts))
        let tails = zip(texts, paddings).map { text, padding in
            let full = text + (padding ?? "")
            return full.firstIndex(of: ".").map { full[$0...].count } ?? 0
        }
        #expect(Set(tails) == [4])
    }
}
