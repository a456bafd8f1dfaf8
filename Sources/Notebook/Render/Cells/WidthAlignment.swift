/// Makes the texts of a column equally wide.
///
/// Each text gets the characters that another one has more of, as an attribute that the style sheet draws invisibly,
/// like the digits of ``DecimalAlignment``. It takes digits of equal width.
///
///     WidthAlignment.fillings(for: ["−1.5", "12.25"])    // ["00", "−"]
enum WidthAlignment {
    /// For each text what it lacks, in the order of the characters.
    static func fillings(for texts: [String]) -> [String] {
        let counts = texts.map { Dictionary($0.map { ($0.isASCIIDigit ? "0" : $0, 1) }, uniquingKeysWith: +) }
        let most = counts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: max) }.sorted { $0.key < $1.key }
        return counts.map { own in
            most.map { String(repeating: $0.key, count: $0.value - own[$0.key, default: 0]) }.joined()
        }
    }
}
