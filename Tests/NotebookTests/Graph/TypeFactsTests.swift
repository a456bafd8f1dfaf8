import Foundation
import Testing

@testable import Notebook

@Suite("What the compiler tells of types")
struct TypeFactsTests {
    /// Declarations that the rows below use.
    private static let types = """
        import Foundation
        class Box { var value = 1 }
        struct Pair { var first = 1; var second = "" }
        struct Holder { private var box = Box() }
        struct Nested { var pair: Pair?; var list: [String: [Pair]] = [:] }
        struct Deep { var holder: [Holder] = [] }
        struct Action { let run: () -> Void }
        struct Lazy { lazy var box = Box() }
        struct Shared { static var box = Box(); var n = 1 }
        struct Computed { var box: Box { Box() } }
        enum Choice { case one, two(Pair), three(x: Int, y: String) }
        enum Boxed { case one, two(Int, Box) }
        indirect enum Tree { case leaf, node(Tree, Tree) }
        struct Generic<Element> { var element: Element; struct Inner { var element: Element } }
        protocol Shape {}
        extension Pair: Shape {}
        extension Int { struct Values { let box = Box() } }
        @propertyWrapper struct Wrapper<Value> { var wrappedValue: Value }
        struct Wrapped { @Wrapper var box = Box() }
        struct Weak { weak var box: Box? }
        """

    private static let rows: [(expression: String, expected: String)] = [
        ("1", "plain"), ("\"text\"", "plain"), ("[1.5: [Set([\"a\"])]]", "plain"),
        ("(1, b: (true, Optional<UInt8>.none))", "plain"),
        ("Date()", "plain"), ("URL(fileURLWithPath: \"/\")", "plain"), ("Data()", "plain"), ("1...3", "plain"),
        ("zip([1], \"a\".utf8)", "plain"), ("\"abc\".prefix(1)", "plain"), ("Duration.seconds(1)", "plain"),
        ("SIMD4<Float>.zero", "plain"), ("[1].enumerated()", "plain"), ("Result<Int, Never>.success(1)", "plain"),
        ("Pair()", "Pair"), ("[Nested()]", "Nested Pair"), ("Choice.one", "Choice Pair"), ("Tree.leaf", "Tree"),
        ("Generic(element: 1)", "Generic"), ("Generic(element: Pair())", "Generic Pair"), ("Shared()", "Shared"),
        ("Computed()", "Computed"),
        ("Box()", "opaque"), ("[Box()]", "opaque"), ("Holder()", "opaque"), ("Deep()", "opaque"), ("{ 1 }", "opaque"),
        ("Action {}", "opaque"), ("Lazy()", "opaque"), ("Boxed.one", "opaque"), ("Generic(element: Box())", "opaque"),
        ("Generic.Inner(element: Box())", "opaque"), ("[1: Box()].values", "opaque"), ("Int.Values()", "opaque"),
        ("Pair() as any Shape", "opaque"), ("1 as Any", "opaque"), ("CancellationError() as any Error", "opaque"),
        ("[1].lazy.map { $0 }", "opaque"), ("AnySequence([1])", "opaque"), ("\\Pair.first", "opaque"),
        ("Int.self", "opaque"),
        ("UnsafeMutablePointer<Int>.allocate(capacity: 1)", "opaque"), ("Wrapped()", "opaque"), ("Weak()", "opaque"),
        ("NSObject()", "opaque"), ("(1, Box())", "opaque"), ("Optional<Box>.none", "opaque"),
        ("NumberFormatter()", "opaque"),
        ("Result<Int, any Error>.success(1)", "opaque"), ("[1].makeIterator()", "opaque"),
    ]

    @Test("a compiled cell's constants have the nature of their types")
    func natures() throws {
        let constants = Self.rows.enumerated().map { "let v\($0) = \($1.expression)" }
        let cell = try compile(Self.types + "\n" + constants.joined(separator: "\n"), module: "Cell_one")
        for (position, row) in Self.rows.enumerated() {
            #expect(nature(of: "v\(position)", in: cell, among: [cell]) == row.expected, "\(row.expression)")
        }
    }

    @Test("types of another cell are followed there")
    func acrossCells() throws {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(at: directory) }
        let first = try compile(
            "class Box {}\nstruct A { let box = Box() }\nstruct B { let n = 1 }", module: "Cell_one", in: directory)
        let source =
            "@testable import Cell_one\nlet a = [A()]\nlet b = B()\nstruct C { let b = B() }\nlet c = C()\nextension A { struct D {} }"
        let second = try compile(source, module: "Cell_two", in: directory)
        #expect(["a", "b", "c"].map { nature(of: $0, in: second, among: [first, second]) } == ["opaque", "B", "B C"])
        #expect(["a", "b", "c"].map { nature(of: $0, in: second, among: [second]) } == ["opaque", "opaque", "opaque"])
    }

    @Test("private constants, and those with code of their own, are opaque")
    func hidden() throws {
        let cell = try compile(
            "private let a = 1\nvar b = 1 { didSet {} }\nvar c: Int { 1 }\nvar d = 1", module: "Cell_one")
        #expect(
            ["a", "b", "c", "d"].map { nature(of: $0, in: cell, among: [cell]) } == [
                "opaque", "opaque", "opaque", "plain",
            ])
    }

    @Test("what is no module description is an error", arguments: ["", "{}", "[1]", "{\"ABIRoot\": 3}"])
    func damaged(text: String) {
        #expect(throws: DecodingError.self) { try TypeFacts(abiDescriptor: Data(text.utf8)) }
    }

    @Test(
        "the compiler's names of types are understood",
        arguments: [
            ("s:7Traffic4FlowV", "Traffic V"), ("s:7Traffic4FlowV3KeyO", "Traffic VO"),
            ("s:7Traffic0A4FlowC", "Traffic C"),
            // From a module that the compiler was asked to describe.
            ("s:14TrafficCapture0aB4FileV0cB0V", "TrafficCapture VV"),
            ("s:14TrafficCapture04FileA0V", "TrafficCapture V"),
            ("s:14TrafficCapture4KindO6Cell_kE1XV", nil), ("s:Si", nil), ("s:99Traffic", nil), ("c:@S@timeval", nil),
            ("s:", nil),
        ])
    func paths(usr: String, expected: String?) {
        #expect(NominalPath(usr: usr).map { "\($0.module) \(String($0.kinds))" } == expected)
    }
}

extension TypeFactsTests {
    private func nature(of name: String, in cell: CellGraph.Input, among cells: [CellGraph.Input]) -> String {
        guard let declaration = cell.analysis.declarations.first(where: { $0.name == name }) else {
            return "not declared"
        }
        switch NatureTable(cells).nature(of: declaration, in: cell.id) {
        case .plain: return "plain"
        case .value(let mentions): return mentions.names.sorted().joined(separator: " ")
        case .opaque: return "opaque"
        }
    }

    private func temporaryDirectory() throws -> URL {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        return directory
    }

    private func compile(_ source: String, module: String) throws -> CellGraph.Input {
        let directory = try temporaryDirectory()
        defer { try? FileManager.default.removeItem(at: directory) }
        return try compile(source, module: module, in: directory)
    }

    private func compile(_ source: String, module: String, in directory: URL) throws -> CellGraph.Input {
        let file = directory.appendingPathComponent("\(module).swift")
        try Data(source.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.currentDirectoryURL = directory
        process.arguments = [
            "swift-frontend", "-c", file.path, "-module-name", module, "-enable-testing", "-Onone", "-swift-version",
            "5",
            "-I", directory.path, "-o", "\(module).o", "-emit-module-path", "\(module).swiftmodule",
            "-emit-abi-descriptor-path", "\(module).json",
        ]
        try process.run()
        process.waitUntilExit()
        let facts = try TypeFacts(abiDescriptor: Data(contentsOf: directory.appendingPathComponent("\(module).json")))
        let cell = Cell(
            id: module, title: nil, kind: .code, options: CellOptions(), markerLine: 1, line: 1, source: source,
            prose: [])
        return CellGraph.Input(cell, analysis: CellAnalysis(cell), facts: facts)
    }
}
