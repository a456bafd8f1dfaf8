import Testing

@testable import Notebook

/// Which cells may be compiled as one script.
@Suite("A script of cells")
struct CellScriptTests {
    /// Cells that would not do, as one script, what they do one by one.
    static let unfit: [(String, [String])] = [
        ("a function is known before its line", ["print(f())", "func f() -> Int { 1 }"]),
        ("an overload is known before its line", ["print(1)", "func print(_ value: Int) {}"]),
        ("an extension's member is known before its line", ["[1].total", "extension Array { var total: Int { 0 } }"]),
        (
            "a conformance holds for cells before it",
            ["struct A {}", "print(A())", "extension A: CustomStringConvertible { var description: String { \"\" } }"]
        ),
        (
            "a conformance of a library's type holds for cells before it",
            ["[1]", "extension Int: @retroactive Error {}"]
        ),
        (
            "an operator is known before its line",
            ["1 <+> 2", "infix operator <+>\nfunc <+> (a: Int, b: Int) -> Int { a }"]
        ),
        ("an import holds for cells before it", ["sin(1.0)", "import Foundation\ncos(1.0)"]),
        ("a private name is seen by the whole file", ["private let a = 1", "a"]),
        ("a private member is seen by the whole file", ["struct A { fileprivate var n = 1 }", "A().n"]),
        ("what is deferred happens at the end of the file", ["defer { print(1) }", "print(2)"]),
        ("a constant gets its value elsewhere", ["let a: Int", "a = 1"]),
        ("an address depends on what is loaded", ["final class A {}", "ObjectIdentifier(A())"]),
        ("so does a pointer", ["var a = 1", "withUnsafePointer(to: &a) { print($0) }"]),
        ("so does the order of key paths", ["struct A { var n: Int { 1 } }", "let names = [\\A.n: 1]"]),
        ("a type in a body shows an address", ["do { struct A {}; print([A()]) }", "1"]),
        ("the identity of an object is an address", ["final class A: Identifiable {}", "A().id"]),
        ("a key path's hash is an address", ["struct A { var n = 1 }", "Set([\\A.n])"]),
        (
            "a type's operator is known before its line",
            [
                "true + true",
                "struct A: ExpressibleByBooleanLiteral { init(booleanLiteral: Bool) {}\nstatic func + (a: A, b: A) -> A { a } }",
            ]
        ),
        ("a type is found by name before its line", ["_typeByName(\"A\")", "struct A {}"]),
        ("the runner's own names are taken", ["func _cellValue(_ n: Int) {}", "3"]),
        ("a place depends on where the cell stands", ["print(#line)", "1"]),
        ("a condition may leave a declaration out", ["#if DEBUG\nfunc f() {}\n#endif", "1"]),
    ]

    @Test("is refused where something would be different", arguments: unfit)
    func refuses(reason: String, cells: [String]) throws {
        #expect(try script(cells) == nil, "\(reason)")
    }

    /// Cells that do the same both ways, however much they look as if not.
    static let fit: [[String]] = [
        ["let a = 1", "let b = a + 1", "print(b)"],
        ["guard let a = Optional(1) else { fatalError() }", "a"],
        ["import Foundation\nlet a = sin(1.0)", "cos(a)"],
        ["struct A { var n = 1 }\nextension A: Hashable {}", "Set([A()])"],
        ["let a = { (b: Int) in b + 1 }", "struct C { var total = 1 }", "a(C().total)"],
        ["func f() -> Int { 1 }", "extension Double { var halved: Double { self / 2 } }", "Double(f()).halved"],
    ]

    @Test("is made of cells that only look back", arguments: fit)
    func accepts(cells: [String]) throws {
        #expect(try script(cells)?.parts.map(\.item.id) == cells.indices.map { "c\($0)" })
    }

    @Test("stays a script of what is asked for")
    func target() throws {
        let script = try script(["let a = 1", "let b = 2", "print(a)"], target: "c2")
        #expect(script?.parts.map(\.item.id) == ["c0", "c2"])
    }

    private func script(_ cells: [String], target: String? = nil) throws -> CellScript? {
        let text = cells.enumerated().map { "// %% id=\"c\($0)\"\n\($1)\n" }.joined()
        var analyses: [AnalysedText: CellAnalysis] = [:]
        return NotebookProgram(try Notebook(parsing: text, name: "n"), target: target, analyses: &analyses).script
    }
}
