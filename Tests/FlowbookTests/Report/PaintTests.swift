import Testing

@testable import flowbook

@Suite("Colours")
struct PaintTests {
    @Test(
        "are for a terminal that has them and a person who does not refuse",
        arguments: [
            (true, ["TERM": "xterm"], true), (false, ["TERM": "xterm"], false), (true, [:], false),
            (true, ["TERM": "dumb"], false), (true, ["TERM": "xterm", "NO_COLOR": "1"], false),
            (true, ["TERM": "xterm", "NO_COLOR": ""], true),
        ] as [(Bool, [String: String], Bool)])
    func choice(isTerminal: Bool, environment: [String: String], isColoured: Bool) {
        #expect(Paint(isTerminal: isTerminal, environment: environment).isColoured == isColoured)
    }

    @Test("only repeat what the words say")
    func words() {
        let coloured = Paint(isTerminal: true, environment: ["TERM": "xterm"])("failed", .bad)
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == Paint.none("failed", .bad))
    }

    @Test("control characters never reach the terminal, line breaks and tabs do")
    func controls() {
        #expect(Paint.none("a\tb\u{1B}[2J\nc\u{9B}d") == "a\tb\\u{1B}[2J\nc\\u{009B}d")
    }
}
