/// Pieces of Swift from which generated cells are made; each answers nil where it lacks a name to use.
enum Fragments {
    typealias Fragment = @Sendable (inout Draft) -> String?

    /// The first cell of every notebook.
    static let prelude = """
        import Foundation
        final class Box {
            var value = 1
            var link: Box?
            var action: (() -> Void)?
        }
        """

    static let declarations: [Fragment] = [
        { "let \($0.new(.constant)) = \($0.value())" },
        { draft in
            let name = draft.new(.constant)
            return "let \(name) = \(draft.value())\n\(name)"
        },
        { "var \($0.new(.variable)) = \($0.value())" },
        { "var \($0.new(.variable)) = \($0.value())" },
        { draft in
            draft.pick(.variable).map { "var \(draft.new(.variable)) = 1 { didSet { \($0) &+= \(draft.number()) } }" }
        },
        { "var \($0.new(.constant)): Int { \($0.value()) }" },
        { "let (\($0.new(.constant)), \($0.new(.constant))) = (\($0.value()), \($0.value()))" },
        { "guard let \($0.new(.constant)) = Optional(\($0.value())) else { fatalError(\"none\") }" },
        { "var \($0.new(.list)) = [\($0.value()), \($0.value())]" },
        { "let \($0.new(.text)) = \"\"\"\n    one \\(\($0.value()))\n      two\n    \"\"\"" },
        { "enum \($0.new(.counter)) { static var count = \($0.value()) }" },
        { draft in draft.pick(.object).map { "let \(draft.new(.object)) = \($0)" } },
        { "let \($0.new(.object)) = Box()" },
        {
            "let \($0.new(.pointer)) = UnsafeMutablePointer<Int>.allocate(capacity: 1)\np\($0.last).pointee = \($0.value())"
        },
    ]

    static let functions: [Fragment] = [
        { "func \($0.new(.function))(_ x: Int) -> Int { x &* \($0.number()) &+ \($0.value()) }" },
        { "let \($0.new(.function)): (Int) -> Int = { $0 &+ \($0.value()) }" },
        { draft in
            draft.pick(.variable).map { "func \(draft.new(.action))() { \($0) &+= \(draft.value()) }" }
        },
        { draft in
            draft.pick(.variable).map {
                "let \(draft.new(.action)): () -> Void = { var n = \(draft.number()); return { n &+= 1; \($0) &+= n } }()"
            }
        },
        { "func \($0.new(.function))(_ x: Int, by k: Int = \($0.value())) -> Int { x &+ k }" },
        { draft in draft.pick(.function).map { "func \($0)(_ x: Double) -> Double { x * \(draft.number()) }" } },
        { draft in
            let text = "func max(_ a: Int, _ b: Int) -> Int { a &+ \(draft.number()) }"
            return draft.once("func max", text)
        },
        { draft in
            let text = "func print(_ value: Int) { Swift.print(\"<\\(value) \(draft.number())>\") }"
            return draft.once("func print", text)
        },
        { "func \($0.new(.function))<T>(_ x: T) -> Int { \"\\(x)\".count &+ \($0.value()) }" },
        { "func \($0.new(.function))(_ x: Int, line: Int = #line) -> Int { x &+ line }" },
    ]

    static let types: [Fragment] = [
        { draft in
            let member = draft.value()
            return
                "struct \(draft.new(.structure)) {\n    var n = \(draft.number())\n    mutating func bump() { n &+= \(member) }\n}"
        },
        { draft in draft.pick(.structure).map { "var \(draft.new(.instance)) = \($0)()" } },
        { draft in
            draft.pick(.structure).map {
                "extension \($0): CustomStringConvertible { var description: String { \"\\(n) \(draft.number())\" } }"
            }
        },
        { "extension Int { var \($0.new(.member)): Int { self &+ \($0.value()) } }" },
        { draft in
            let text =
                "infix operator <+>: AdditionPrecedence\nfunc <+> (a: Int, b: Int) -> Int { a &* \(draft.number()) &+ b }"
            return draft.once("infix operator", text)
        },
        { draft in
            let text =
                "extension Box: CustomStringConvertible { var description: String { \"Box \\(value) \(draft.number())\" } }"
            return draft.once("extension Box", text)
        },
        { draft in
            let text =
                "extension String.StringInterpolation {\n    mutating func appendInterpolation(_ n: Int) { appendLiteral(n.description + \"+\(draft.number())\") }\n}"
            return draft.once("StringInterpolation", text)
        },
        { draft in
            let text = "extension Array where Element == Int { var total: Int { reduce(\(draft.value()), &+) } }"
            return draft.once("total", text)
        },
        { draft in
            let text = "func ~= (pattern: Int, value: Int) -> Bool { pattern == value &+ \(draft.number()) }"
            return draft.once("~=", text)
        },
        { draft in
            let text = "typealias IntegerLiteralType = \(draft.chance(50) ? "Int" : "Double")"
            return draft.once("typealias", text)
        },
    ]
}
