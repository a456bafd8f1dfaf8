/// Random texts of given pieces, the same for the same seed.
struct Letters {
    /// What markup is made of.
    static let markup = [
        "<", ">", "&", "\"", "'", "</p>", "<script>", "-->", "<!--", "]]>", "&amp;", "&#60;", "=", "/", "a", "é", "🙂",
        "b ",
    ]

    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func text(count: Int, of pieces: [String] = Letters.markup) -> String {
        (0..<count).map { _ in pieces[next(below: pieces.count)] }.joined()
    }

    /// The upper bits of a linear congruential generator (Knuth's MMIX).
    private mutating func next(below count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }
}
