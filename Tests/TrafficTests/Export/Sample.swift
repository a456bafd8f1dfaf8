import Traffic

/// Rows of one value, to see how formats write it.
enum Sample {
    static func profile(_ name: String = "x", _ type: FieldType = .text) -> Profile<FieldValue> {
        Profile("sample", summary: "", columns: [.init(name, type, "What it is.") { $0 }])
    }

    /// Texts that formats have to take care of.
    static let texts = [
        "", "plain", "a,b", "say \"hi\"", "line\nbreak", "return\r", "tab\there", "back\\slash", "naïve ✓ 日本",
        "\u{0}\u{1b}[31m",
        "-", "(empty)", " blanks ", "\"", "👩‍👩‍👧", "\\x09",
    ]

    static let numbers: [Double] = [
        0, -0.0, 1, -1, 0.1, 83.5, 1e-5, 1e15, 9_007_199_254_740_991, 9_007_199_254_740_992, 1e16, 1e21, .pi,
        .greatestFiniteMagnitude, .leastNonzeroMagnitude, -.greatestFiniteMagnitude, 4379.692307692308, 1.0 / 3,
    ]

    static let integers = [0, 9, 10, 99, 100, 101, 1000, 12_345_678, .max, .min, -1, -10, 1_000_000_007]
}
