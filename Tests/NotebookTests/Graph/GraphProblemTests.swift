import Testing

@testable import Notebook

@Suite("Problems between cells")
struct GraphProblemTests {
    private func graph(_ text: String) throws -> CellGraph {
        CellGraph(try Notebook(parsing: text, name: "n").cells.map { CellGraph.Input($0, analysis: CellAnalysis($0)) })
    }

    @Test(
        "a name that Swift would refuse to declare twice is refused in the later cell",
        arguments: [
            ("let x = 1", "let x = 2", true), ("let x = 1", "struct x {}", true), ("func f() {}", "func f() {}", true),
            ("func f(a: Int) {}", "func f(a: Double) {}", false), ("let f = 1", "func f() {}", true),
            ("let f = 1", "func f(a: Int) {}", false), ("struct f {}", "func f(a: Int) {}", true),
            ("extension Int {}", "extension Int {}", false), ("struct S {}", "extension S {}", false),
            ("infix operator +++", "func +++ (a: S, b: S) {}", false),
            ("prefix operator +++", "infix operator +++", true),
            ("#if A\nlet x = 1\n#endif", "let x = 2", false), ("func f(a: () -> Void) {}", "let f = 1", false),
        ])
    func redeclaration(first: String, second: String, expected: Bool) throws {
        let nodes = try graph("// %% One\n\(first)\n\n// %% Two\n\n\(second)\n").nodes
        #expect(nodes[0].problems.filter(\.isError).isEmpty)
        #expect(nodes[1].problems.contains { $0.isError } == expected)
    }

    @Test("both places of a redeclaration are named, in lines of the notebook")
    func places() throws {
        let problem = try #require(
            try graph("// %% One\n\nlet x = 1\n// %% Two\nf()\nlet x = 2\n").nodes[1].problems.first)
        #expect(problem.message == "'x' is declared already, in cell 'one' on line 3")
        #expect(problem.remedy == "rename one of them; names belong to the whole notebook")
        #expect([problem.line, problem.column] == [6, 5])
    }

    @Test("a name that only a later cell declares gives a hint, and no dependency")
    func declaredLater() throws {
        let nodes = try graph("// %% One\nprint(x)\n// %% Two\nlet x = 1\n").nodes
        #expect(nodes[0].dependencies.isEmpty)
        #expect(nodes[0].problems.map(\.message) == ["'x' is declared later, in cell 'two' on line 4"])
        #expect(nodes[0].problems.map(\.isError) == [false])
    }

    @Test("waiting at top level is told in lines of the notebook")
    func waiting() throws {
        let problem = try #require(try graph("// %% One\n\n\nlet a = 1\nawait f()\n").nodes[0].problems.first)
        #expect([problem.line, problem.column] == [5, 1])
    }
}
