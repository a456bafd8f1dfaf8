import TestSupport
import Testing

@testable import Notebook

@Suite("What a cell says about itself")
struct CellAnalysisTests {
    @Test(
        "declarations at top level are found with their kind and place",
        arguments: [
            ("let a = 1", ["constant a 1:5"]),
            ("var a = 1, b = 2", ["variable a 1:5", "variable b 1:12"]),
            ("let (a, (b, _)) = f()", ["constant a 1:6", "constant b 1:10"]),
            ("var a: Int { 1 }", ["computed a 1:5"]),
            ("var a = 1 { didSet { f() } }", ["variable a 1:5"]),
            ("\nfunc f<T>(x: T) {}", ["function f 2:6"]),
            ("struct S { var inner = 1; struct T {} }", ["type S 1:8"]),
            (
                "final class C {}\nactor A {}\nenum E {}\nprotocol P {}",
                ["type C 1:13", "type A 2:7", "type E 3:6", "type P 4:10"]
            ),
            ("typealias T = Int", ["typeAlias T 1:11"]),
            ("infix operator +++: P\nprecedencegroup P {}", ["operator +++ 1:16", "precedenceGroup P 2:17"]),
            ("extension Array where Element == Int { func f() {} }", ["extension Array 1:11"]),
            ("extension Outer.Inner {}", ["extension Outer 1:11"]),
            ("guard let a = f(), case let .some(b) = g() else { exit(1) }", ["constant a 1:11", "constant b 1:35"]),
            ("guard var a = f() else { exit(1) }", ["variable a 1:11"]),
            ("guard case .some(var a) = f() else { exit(1) }", ["variable a 1:22"]),
            ("#if DEBUG\nlet a = 1\n#else\nlet b = 2\n#endif", ["constant a 2:5", "constant b 4:5"]),
            ("let `class` = 1", ["constant class 1:5"]),
            ("if true { let local = 1 }\ndo { func g() {} }\nfor i in 0..<3 {}", []),
        ])
    func declarations(source: String, expected: [String]) {
        let found = CellAnalysis(source: source).declarations
        #expect(found.map { "\($0.kind) \($0.name) \($0.line):\($0.column)" } == expected)
    }

    @Test(
        "names and members are told apart",
        arguments: [
            ("f(x.y, label: z)", ["f", "x", "z"], ["y"]),
            ("a.map(\\.b.c) + d[e]", ["+", "a", "d", "e"], ["b", "c", "map"]),
            ("let t: Outer.Inner<Arg> = .shared", ["Arg", "Outer"], ["Inner", "shared"]),
            ("\"text \\(inside)\"", ["inside"], []),
            ("if let optional {}", ["optional"], []),
            ("run { [captured] in $0 + captured }", ["+", "captured", "run"], []),
            ("@Builder func f(name: T) -> U { body }", ["Builder", "T", "U", "body"], []),
            ("for item in list where p(item) {}", ["item", "list", "p"], []),
            ("func +++ (a: V, b: V) {}", ["+++", "V"], []),
            ("-x; y++; !z", ["!", "++", "-", "x", "y", "z"], []),
            ("`default` + $wrapped", ["+", "default", "wrapped"], []),
            ("#if FLAG\nhidden()\n#endif", ["hidden"], []),
            ("switch v { case .a(let n): g(n); case W.b: break }", ["W", "g", "n", "v"], ["a", "b"]),
            ("struct S: P { var q: Q; deinit { r() } }", ["P", "Q", "r"], []),
        ])
    func mentions(source: String, names: [String], members: [String]) {
        let mentions = CellAnalysis(source: source).mentions
        #expect(mentions.names.sorted() == names)
        #expect(mentions.members.sorted() == members)
    }

    @Test(
        "a parameter is no mention inside its body, and only there",
        arguments: [
            ("func f(_ a: A) { use(a, b) }", ["A", "b", "use"]), ("func f(to a: A = a) {}", ["A", "a"]),
            ("func f(to a: A) { to(a.b) }", ["A", "to"]), ("func f(a: A) { func g() { a } }; a", ["A", "a"]),
            ("func f(a: A) { { b in a + b } }; b", ["+", "A", "b"]), ("run { a, _ in a }; a", ["a", "run"]),
            ("run { (a: A, b c: B) in a + b + c }", ["+", "A", "B", "b", "run"]),
            ("run { [a] b in a + b }", ["+", "a", "run"]), ("func f(a: A) -> a { let b: a = a }", ["A", "a"]),
            ("func f(a: A) { struct S { var b = a } }", ["A", "a"]), ("func f(a: A) { a(b:)(a) }", ["A", "a"]),
            ("struct S { init(a: A) { b = a } }", ["A", "b"]), ("func f(a: A) { $a }", ["A", "a"]),
            ("func f(`in`: A) { `in` }", ["A"]), ("func f(a: A) { if let a { a } }", ["A", "a"]),
        ])
    func parameters(source: String, names: [String]) {
        #expect(CellAnalysis(source: source).mentions.names.sorted() == names)
    }

    @Test("each variable of a list has the mentions of its own binding")
    func bindings() {
        let found = CellAnalysis(source: "let a = f(x), b: T = y").declarations
        #expect(found.map { $0.mentions.names.sorted() } == [["f", "x"], ["T", "y"]])
    }

    @Test(
        "imports are taken from the top level, without comments",
        arguments: [
            ("import Foundation // why\nf()\nimport struct A.B", ["import Foundation", "import struct A.B"]),
            ("@testable import Traffic", ["@testable import Traffic"]),
            ("#if canImport(X)\nimport X\n#endif", ["#if canImport(X)\nimport X\n#endif"]),
            ("#if canImport(X)\nimport X\nlet a = 1\n#endif", []),
        ])
    func imports(source: String, expected: [String]) {
        #expect(CellAnalysis(source: source).imports == expected)
    }

    @Test(
        "the trailing expression is the last statement when it has a value",
        arguments: [
            ("let a = 1\na + 1 // shown\n", "a + 1"),
            ("f { x in\n  g(x)\n}", "f { x in\n  g(x)\n}"),
            ("é.count", "é.count"),
            ("try f()", "try f()"),
            ("a == b", "a == b"),
            ("x.y[z = 1]", "x.y[z = 1]"),
            ("a = 1", nil), ("a += 1", nil), ("try a.b = f()", nil), ("let a = 1", nil), ("", nil), ("// only", nil),
            ("if a { 1 } else { 2 }", nil), ("switch a { default: 1 }", nil), ("for i in x { i }", nil),
            ("import A", nil),
        ])
    func trailing(source: String, expected: String?) {
        let range = CellAnalysis(source: source).trailingExpression
        #expect(range.map { String(decoding: Array(source.utf8)[$0], as: UTF8.self) } == expected)
    }

    @Test(
        "waiting at top level is a problem, waiting in a function is not",
        arguments: [
            ("let a = 1\nlet x = await f()", ["2:9"]), ("for await x in s {}", ["1:1"]), ("async let x = f()", ["1:1"]),
            ("if a { await f() }", ["1:8"]), ("func f() async { await g() }", []), ("Task { await g() }", []),
            ("struct S { func f() async { await g() } }", []),
        ])
    func waiting(source: String, places: [String]) {
        let problems = CellAnalysis(source: source).problems
        #expect(problems.map { "\($0.line):\($0.column)" } == places)
        #expect(problems.allSatisfy { $0.fault == .topLevelAwait })
    }

    @Test(
        "what acts without being mentioned is marked",
        arguments: [
            ("extension Int: P, Q {}", ImplicitUse.conformance(type: "Int", protocols: ["P", "Q"])),
            ("extension Int { init(x: T) {} }", .member("init", type: "Int")),
            ("extension Int { subscript(x: T) -> Int { 1 } }", .member("subscript", type: "Int")),
            ("extension Int { func callAsFunction() {} }", .member("callAsFunction", type: "Int")),
            ("extension B { static func buildBlock() {} }", .member("buildBlock", type: "B")),
            ("func ~= (a: T, b: Int) -> Bool { true }", .patternMatch),
            ("typealias IntegerLiteralType = Int8", .literalType("IntegerLiteralType")),
            ("extension Int { var squared: Int { self * self } }", nil),
            ("func == (a: T, b: T) -> Bool { true }", nil), ("struct S: P { init() {} }", nil),
        ])
    func implicitUse(source: String, expected: ImplicitUse?) {
        #expect(CellAnalysis(source: source).declarations.map(\.implicitUse) == [expected])
    }

    @Test(
        "state of a type, and of a type inside a function, is seen",
        arguments: [
            ("struct S { static var n = 0 }", true), ("func f() { enum E { static var n = 0 } }", true),
            ("struct S { static let box = Box() }", true), ("extension Int { static var n = 0 { didSet {} } }", true),
            ("struct S { static let n = 10 }", false), ("struct S { static var n: Int { 1 } }", false),
            ("struct S { var n = 0 }", false), ("class C { class var n: Int { 1 } }", false),
        ])
    func state(source: String, expected: Bool) {
        #expect(CellAnalysis(source: source).declarations.map(\.holdsState) == [expected])
    }

    @Test(
        "overloads differ in labels and types, not in names and defaults",
        arguments: [
            ("func f(a: Int) {}", "func f(a b: Int = 3) {}", true), ("func f(a: Int) {}", "func f(b: Int) {}", false),
            ("func f(a: Int) {}", "func f(a: Double) {}", false), ("func f() {}", "func f() -> Int { 1 }", false),
            ("func f<T>(a: T) {}", "func f(a: T) {}", false), ("func f(a: Int...) {}", "func f(a: Int) {}", false),
            ("func f(a: [Int]) throws {}", "func f(a:[Int]) {}", true), ("func f() {}", "func f() async {}", false),
        ])
    func signatures(first: String, second: String, same: Bool) {
        let signatures = [first, second].map { CellAnalysis(source: $0).declarations.first?.signature }
        #expect((signatures[0] == signatures[1]) == same)
    }

    @Test("the values of a markdown cell are analysed like code")
    func markdown() throws {
        let text = "// %% [markdown]\n// a \\(mean, format: .bits) b \\(f(x)) // no\n"
        let cell = try #require(try Notebook(parsing: text, name: "n").cells.first)
        let analysis = CellAnalysis(cell)
        #expect(analysis.mentions.names == ["mean", "f", "x"])
        #expect(analysis.mentions.members == ["bits"])
        #expect(analysis.declarations.isEmpty)
    }

    @Test("text that is no Swift, however deep or broken, is analysed without a crash", arguments: 0..<300)
    func fuzz(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let text = RandomTexts.text(using: &generator)
        let analysis = CellAnalysis(source: text)
        if let range = analysis.trailingExpression { #expect(range.upperBound <= text.utf8.count) }
    }

    @Test(
        "nesting without end is a problem of the cell",
        arguments: ["(", "[", "{", "f(", "\"\\(", "if x {", "struct S {", "a["])
    func nesting(opening: String) {
        let analysis = CellAnalysis(source: String(repeating: opening, count: 5000) + " name")
        #expect(analysis.problems.map(\.fault) == [.tooDeep(100)])
    }

    @Test("brackets that are closed, and those in strings, do not count as nesting")
    func flat() {
        let source = String(repeating: "f([1], \"((((\\(x)\") { (y) }\n", count: 500)
        #expect(CellAnalysis(source: source).problems.isEmpty)
    }
}
