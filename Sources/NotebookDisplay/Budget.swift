/// How much of each kind of output is kept.
///
/// A page stays readable and a store small whatever a cell shows; every cut is counted where it is made, so that the
/// page can say what is missing.
enum Budget {
    /// Characters of a plain text.
    static let text = 100_000
    /// Characters of one value of a table or a summary.
    static let tableText = 2_000
    /// Values of a table, over all columns.
    static let tableValues = 50_000
    static let tableRows = 10_000
    static let summaryItems = 200
    /// Points of one series; extremes survive the cut.
    static let points = 10_000
    static let categories = 500
    /// Fields of a byte map, and bytes of each of them.
    static let fields = 200
    static let fieldBytes = 96
    /// Values of a heat map.
    static let heatValues = 10_000
    /// Values drawn one by one beyond the whiskers of a box.
    static let outliers = 200
    /// Bytes of Markdown, a formula or raw HTML.
    static let markup = 2_000_000
    /// Bytes of a picture.
    static let picture = 4_000_000

    static func rows(ofColumns count: Int) -> Int { min(tableRows, tableValues / max(count, 1)) }

    /// The first characters of a text, ended by `…` where something is missing.
    static func shortened(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit, text.count > limit else { return text }
        return text.prefix(limit) + "…"
    }
}
