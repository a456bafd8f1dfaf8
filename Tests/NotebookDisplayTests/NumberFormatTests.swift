import Foundation
import NotebookDisplay
import TestSupport
import Testing

@Suite struct NumberFormatTests {
    struct Row: CustomTestStringConvertible {
        let value: Double
        let format: NumberFormat
        let text: String
        var testDescription: String { "\(value) as \(format) is \(text)" }

        init(_ value: Double, _ format: NumberFormat, _ text: String) {
            (self.value, self.format, self.text) = (value, format, text)
        }
    }

    @Test(
        "numbers read well",
        arguments: [
            Row(8080, .automatic, "8080"), Row(0.1, .automatic, "0.1"), Row(1.0 / 3, .automatic, "0.3333"),
            Row(-2.5, .automatic, "−2.5"), Row(1234.5, .automatic, "1234"), Row(0.00001234, .automatic, "1.234×10⁻⁵"),
            Row(1e15, .automatic, "1×10¹⁵"), Row(0, .automatic, "0"), Row(-0.0, .automatic, "0"),
            Row(65535, .integer, "65,535"), Row(999, .integer, "999"), Row(-1000, .integer, "−1,000"),
            Row(1_234_567.891, .fixed(2), "1,234,567.89"), Row(0.5, .significant(3), "0.500"),
            Row(123_456, .significant(2), "120,000"), Row(0.0715, .percent(1), "7.1%"), Row(1, .percent(0), "100%"),
            Row(0.000123, .percent(2), "0.01%"), Row(12345, .scientific(2), "1.23×10⁴"), Row(1, .scientific(1), "1.0"),
            Row(0, .scientific(2), "0.00"), Row(1.3777, .bits, "1.38 bits"), Row(532, .bytes, "532 B"),
            Row(1234, .bytes, "1.23 kB"), Row(45_600_000, .bytes, "45.6 MB"), Row(3e21, .bytes, "3000 EB"),
            Row(0.01234, .seconds, "12.3 ms"), Row(1.2, .seconds, "1.20 s"), Row(100e-9, .seconds, "100 ns"),
            Row(1e-12, .seconds, "0.00100 ns"), Row(125, .seconds, "2 min 5 s"), Row(7265, .seconds, "2 h 1 min"),
            Row(-200_000, .seconds, "−2 d 7 h"), Row(0, .seconds, "0 s"),
            Row(.nan, .fixed(2), "–"), Row(.infinity, .bits, "∞"), Row(-.infinity, .percent(1), "−∞"),
        ])
    func reads(row: Row) { #expect(row.format.text(for: row.value) == row.text) }

    @Test(
        "rounding is exact and done once",
        arguments: [
            // Ties of the exact binary value go to the even digit.
            Row(0.125, .fixed(2), "0.12"), Row(0.375, .fixed(2), "0.38"), Row(2.5, .fixed(0), "2"),
            // 1.005 and 0.285 lie just below the tie, though 0.285 * 100 in doubles might not.
            Row(1.005, .fixed(2), "1.00"), Row(0.285, .percent(0), "28%"), Row(0.145, .percent(0), "14%"),
            Row(-0.004, .fixed(2), "0.00"), Row(-0.006, .fixed(2), "−0.01"), Row(9.995, .significant(3), "9.99"),
            Row(999.4, .bytes, "999 B"), Row(999.6, .bytes, "1.00 kB"), Row(999_950, .bytes, "1.00 MB"),
            Row(0.000_999_6, .seconds, "1.00 ms"), Row(99.96, .seconds, "100 s"),
            Row(9.996, .scientific(2), "1.00×10¹"),
        ])
    func rounds(row: Row) { #expect(row.format.text(for: row.value) == row.text) }

    @Test("fixed digits agree with the C library", arguments: [1, 2, 3] as [UInt64])
    func agrees(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        for _ in 0..<2000 {
            let value = Double.random(in: -1e6...1e6, using: &generator)
            let digits = Int.random(in: 0...9, using: &generator)
            let expected = String(format: "%.\(digits)f", value)
            let text = NumberFormat.fixed(digits).text(for: value)
            #expect(text.replacing(",", with: "").replacing("−", with: "-") == expected, "seed \(seed), \(value)")
        }
    }

    @Test("whole numbers are exact at both ends")
    func wholeNumbers() {
        #expect(NumberFormat.integer.text(for: Int.min) == "−9,223,372,036,854,775,808")
        #expect(NumberFormat.automatic.text(for: Int.max) == "9223372036854775807")
    }

    @Test("another locale changes nothing", .enabled(if: hasGermanLocale, "needs the locale de_DE.UTF-8"))
    func locales() {
        let german = newlocale(LC_NUMERIC_MASK, "de_DE.UTF-8", nil)
        let chosen = uselocale(german)
        defer {
            uselocale(chosen)
            freelocale(german)
        }
        #expect(NumberFormat.fixed(1).text(for: 1234.5) == "1,234.5")
    }

    private static var hasGermanLocale: Bool {
        guard let german = newlocale(LC_NUMERIC_MASK, "de_DE.UTF-8", nil) else { return false }
        freelocale(german)
        return true
    }
}
