import Testing

@testable import Notebook

@Suite("Dependencies between cells")
struct CellGraphTests {
    /// A notebook whose cells are called a, b, c … ; constants named in `plain` are known to be plain values.
    private func graph(_ sources: [String], plain: Set<String> = []) -> CellGraph {
        let names = "abcdefgh".map(String.init)
        return CellGraph(
            zip(names, sources).map { name, source in
                var cell = Cell(
                    id: name, title: nil, kind: .code, options: CellOptions(), markerLine: 1, line: 11, source: source,
                    prose: [])
                cell.range = 0..<source.utf8.count
                let analysis = CellAnalysis(cell)
                let known = analysis.declarations.map(\.name).filter(plain.contains)
                let facts = TypeFacts(variables: Dictionary(known.map { ($0, TypeFacts.Shape()) }) { $1 })
                return CellGraph.Input(cell, analysis: analysis, facts: facts)
            })
    }

    private func edges(_ graph: CellGraph) -> [String] {
        graph.nodes.map { node in node.id + "<" + node.dependencies.map(\.cell).joined() }
    }

    @Test(
        "follow names, declarations and changes",
        arguments: [
            // A constant is used where it is mentioned, and only there.
            (["let x = 1", "let y = 2", "print(x)"], ["a<", "b<", "c<a"]),
            (["let x = 1", "func f() { print(x) }", "f()"], ["a<", "b<a", "c<ab"]),
            (["struct S {}", "func f() -> S { S() }", "let s = f()", "s.t"], ["a<", "b<a", "c<ab", "d<abc"]),
            // A member of something else, a label and a local declaration are not the name.
            (["let x = 1", "p.x", "f(x: 2)", "func g(x: Int) {}"], ["a<", "b<", "c<", "d<"]),
            // Whoever mentions a variable may change it.
            (["var v = 1", "v += 1", "print(v)"], ["a<", "b<a", "c<ab"]),
            (["var v = 1", "func f() { v += 1 }", "f()", "v"], ["a<", "b<a", "c<ab", "d<abc"]),
            (["var v = 1", "var w: Int { v }", "v = 2", "w"], ["a<", "b<a", "c<ab", "d<abc"]),
            (["var v = 1", "var w = 1 { didSet { v = w } }", "w = 2", "v"], ["a<", "b<a", "c<ab", "d<abc"]),
            // A constant that is a plain value does not pass on what it was made from.
            (["var v = 1", "let x = v", "v = 2", "print(x)"], ["a<", "b<a", "c<ab", "d<b"]),
            // A type with state of its own.
            (["enum E { static var n = 0 }", "E.n = 1", "E.n"], ["a<", "b<a", "c<ab"]),
            (["enum E { static let n = 0 }", "E.n", "E.n"], ["a<", "b<a", "c<a"]),
            // Extensions of library types are found by their members, those of own types by the type.
            (["extension Int { var twice: Int { 2 * self } }", "3.twice", "3"], ["a<", "b<a", "c<"]),
            (["struct S {}", "extension S: P {}", "S()"], ["a<", "b<a", "c<ab"]),
            (
                ["protocol P {}", "extension P { func f() {} }", "struct S: P {}", "S()"],
                ["a<", "b<a", "c<ab", "d<abc"]
            ),
            // What acts without being named is needed by all that follow.
            (["extension Int: Displayable {}", "1", "2"], ["a<", "b<a", "c<a"]),
            (["typealias Text = String", "extension Text { init(x: Int) {} }", "1"], ["a<", "b<a", "c<ab"]),
            (["func ~= (a: Int, b: String) -> Bool { true }", "switch s { default: 1 }"], ["a<", "b<a"]),
            (["precedencegroup P {}", "infix operator +++: P", "1 +++ 2", "2"], ["a<", "b<a", "c<ab", "d<"]),
            // State of the process.
            (["NotificationCenter.default.f()", "let y = 2", "NotificationCenter.default.g()"], ["a<", "b<", "c<a"]),
            (["pipe(&x)", "let y = write(v, w, 2)", "1", "read(v, w, 2)"], ["a<", "b<a", "c<", "d<ab"]),
            (["UnsafePointer<Int>(x)", "let y = 2", "UnsafeMutablePointer<Int>(y)"], ["a<", "b<", "c<ab"]),
        ])
    func edges(sources: [String], expected: [String]) {
        #expect(edges(graph(sources, plain: ["x", "y", "v", "w"])) == expected)
    }

    @Test(
        "follow what shared objects may have been given",
        arguments: [
            (["let o = Box()", "o.value = 1", "o.value"], ["a<", "b<a", "c<ab"]),
            (["let o = Box()", "let p = o", "p.value = 1", "o.value"], ["a<", "b<a", "c<ab", "d<abc"]),
            (
                ["let o = Box()", "let p = Box()", "o.link = p", "p.value = 1", "o.link"],
                ["a<", "b<", "c<ab", "d<abc", "e<abcd"]
            ),
            (
                ["let o = Box()", "var v = 1", "o.action = { v += 1 }", "o.run()", "v"],
                ["a<", "b<", "c<ab", "d<abc", "e<bcd"]
            ),
            (["let o = Box()", "let p = Box()", "p.value = 1", "o.value"], ["a<", "b<", "c<b", "d<a"]),
        ])
    func shared(sources: [String], expected: [String]) {
        #expect(edges(graph(sources, plain: ["v"])) == expected)
    }

    @Test("constants of unknown type count as shared")
    func unknown() {
        #expect(edges(graph(["let x = f()", "x.g()", "x.h()"])) == ["a<", "b<a", "c<ab"])
        #expect(edges(graph(["let x = f()", "x.g()", "x.h()"], plain: ["x"])) == ["a<", "b<a", "c<a"])
    }

    @Test("modules are visible by mention, whatever the types are")
    func visible() {
        let sources = ["struct S {}", "func f() -> S { S() }", "let x = f()", "var v = 1", "print(x, v)", "v"]
        for plain in [[], ["x", "v"]] as [Set<String>] {
            #expect(graph(sources, plain: plain).nodes.map { $0.visible.joined() } == ["", "a", "ab", "", "abcd", "d"])
        }
    }

    @Test("imports carry forward, once each")
    func imports() {
        let nodes = graph(["import A\nimport B", "f()", "import A\nimport C", "g()"]).nodes
        #expect(
            nodes.map(\.imports) == [
                [], ["import A", "import B"], ["import A", "import B"], ["import A", "import B", "import C"],
            ])
    }

    @Test("a dependency says why")
    func reasons() throws {
        let nodes = graph(["let x = 1\nvar v = 2\nextension Int: P {}", "v += x", "print(v, x)"], plain: ["x", "v"])
            .nodes
        let reasons = nodes[2].dependencies.map(\.description)
        #expect(reasons == ["a (declares v, x; acts unnamed: Int: P)", "b (may change v)"])
    }

    @Test("a caller's layout counts where the callee asks for it")
    func position() {
        let sources = ["func log(line: Int = #line) {}", "let a = 1\nlog()", "let b = 1"]
        let moved = [sources[0], "let a = 1\n\nlog()", "\nlet b = 1"]
        let fingerprints = [sources, moved].map { graph($0).nodes.map(\.fingerprint) }
        #expect(fingerprints[0][1] != fingerprints[1][1])
        #expect(fingerprints[0][2] == fingerprints[1][2])
    }
}
