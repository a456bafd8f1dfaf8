/// Gives out the anchors of one page, each once.
///
///     var slugs = Slugs(taken: ["ports"])
///     slugs.unique(for: "Ports!")        // "ports-2"
///     slugs.unique(for: "Why entropy?")  // "why-entropy"
public struct Slugs: Sendable {
    private var taken: Set<String>

    /// No anchor will be one of `taken`.
    public init(taken: some Sequence<String> = []) { self.taken = Set(taken) }

    /// A new anchor that reads like `text`: its letters and digits, in small letters, joined by hyphens.
    public mutating func unique(for text: String) -> String {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        let stem = words.isEmpty ? "section" : words.joined(separator: "-")
        var slug = stem
        var count = 1
        while !taken.insert(slug).inserted {
            count += 1
            slug = "\(stem)-\(count)"
        }
        return slug
    }
}
