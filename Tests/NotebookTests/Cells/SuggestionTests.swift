import Testing

@testable import Notebook

@Suite("Suggestions")
struct SuggestionTests {
    @Test(
        "the nearest candidate wins, and far ones are none",
        arguments: [
            ("timeot", "timeout"), ("tiemout", "timeout"), ("Timeout", "timeout"), ("tag", "tags"), ("chace", "cache"),
            ("time", "timeout"),
            ("x", nil), ("colour", nil), ("", nil),
        ])
    func nearest(name: String, expected: String?) {
        #expect(Suggestion.nearest(to: name, among: ["timeout", "tags", "cache"]) == expected)
    }

    @Test(
        "the distance counts insertions, deletions, replacements and exchanges",
        arguments: [
            ("", "", 0), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3),
            ("ca", "abc", 3),
        ])
    func distance(first: String, second: String, expected: Int) {
        #expect(Suggestion.distance(Array(first), Array(second)) == expected)
        #expect(Suggestion.distance(Array(second), Array(first)) == expected)
    }
}
