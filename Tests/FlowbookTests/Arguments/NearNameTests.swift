import Testing

@testable import flowbook

@Suite("A mistyped name gets the nearest")
struct NearNameTests {
    private static let commands = ["render", "run", "watch", "explain", "check", "list", "new", "clean"]

    @Test(
        "what was meant",
        arguments: [
            ("rednder", "render"), ("rende", "render"), ("rend", "render"), ("Render", "render"), ("wacth", "watch"),
            ("exlpain", "explain"), ("lst", "list"), ("ex", "explain"), ("frobnicate", nil), ("", nil), ("q", nil),
        ] as [(String, String?)])
    func nearest(name: String, expected: String?) {
        #expect(NearName.find(name, among: Self.commands) == expected)
    }

    @Test(
        "a swap of neighbours counts once",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("ab", "ba", 1), ("abc", "abc", 0), ("kitten", "sitting", 3),
            ("abcd", "acbd", 1),
        ])
    func distance(left: String, right: String, expected: Int) {
        #expect(NearName.distance(left, right) == expected)
        #expect(NearName.distance(right, left) == expected)
    }
}
