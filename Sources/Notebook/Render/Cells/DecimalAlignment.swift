/// Aligns numbers on the decimal point in a column that is set against the right edge.
///
/// Each text gets the digits it lacks behind the point, as an attribute that the style sheet draws invisibly: they are
/// no part of the text, so they are neither copied nor read out, and a page without the style sheet still tells the
/// truth. It takes digits of equal width, which the style sheet asks for.
///
///     DecimalAlignment.paddings(for: ["12", "3.5", "0.25"])    // [".00", "0", nil]
///     DecimalAlignment.paddings(for: ["1.2 s", "3 ms"])        // nil
enum DecimalAlignment {
    /// For each text the invisible digits that belong behind it; nil where a number ends in anything but digits.
    static func paddings(for texts: [String]) -> [String?]? {
        let tails = texts.map(tail)
        let isPlain = tails.allSatisfy { ".".starts(with: $0.prefix(1)) && $0.dropFirst().allSatisfy(\.isASCIIDigit) }
        guard isPlain else { return nil }
        let longest = tails.max { $0.count < $1.count } ?? ""
        let template = longest.isEmpty ? "" : "." + String(repeating: "0", count: longest.count - 1)
        return tails.map { tail in
            tail.count == template.count ? nil : String(template.dropFirst(tail.count))
        }
    }

    /// From the decimal point on, or from the first character that no whole number has; nothing for a whole number.
    private static func tail(of text: String) -> Substring {
        let whole = text.prefix { $0.isASCIIDigit || "−–∞,".contains($0) }
        return text[whole.endIndex...]
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
