import Markup
import Testing

@Suite("Anchors")
struct SlugsTests {
    @Test(
        "an anchor reads like its heading",
        arguments: [
            ("Why entropy?", "why-entropy"), ("  a -- b  ", "a-b"), ("Überblick 2", "überblick-2"), ("!?", "section"),
        ])
    func slug(text: String, expected: String) {
        var slugs = Slugs()
        #expect(slugs.unique(for: text) == expected)
    }

    @Test("no anchor is given out twice")
    func unique() {
        var slugs = Slugs(taken: ["a", "a-2"])
        #expect(slugs.unique(for: "A") == "a-3")
        #expect(slugs.unique(for: "a") == "a-4")
        #expect(slugs.unique(for: "a 2") == "a-2-2")
    }
}
