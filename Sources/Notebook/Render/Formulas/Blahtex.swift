import Foundation
import Markup

/// Sets formulas with the program `blahtexml`, one run a formula.
///
/// A run takes a few milliseconds, so keep what it gave: the same formula always gives the same MathML.
package struct Blahtex: Sendable {
    private let run: @Sendable (_ arguments: [String], _ input: [UInt8]) throws(Subprocess.Problem) -> [UInt8]

    /// The program at `path`, started for each formula.
    package init(path: String) {
        run = { arguments, input throws(Subprocess.Problem) in
            try Subprocess(path: path, arguments: arguments, timeLimit: 10).run(input: input).output
        }
    }

    /// The program behind a fork server, for many formulas.
    init(_ server: ForkServer) {
        run = { arguments, input throws(Subprocess.Problem) in
            try server.run(arguments, in: "/", input: input).output
        }
    }

    /// The MathML of a formula, without the `math` element around it.
    package func mathML(for formula: Markup.Formula) throws(FormulaError) -> String {
        let arguments = ["--mathml", "--mathml-encoding", "raw", "--other-encoding", "raw"]
        let display = formula.isDisplayed ? ["--displaymath"] : []
        let output: [UInt8]
        do {
            output = try run(arguments + display, Array((Self.commands + formula.tex + "\n").utf8))
        } catch {
            throw FormulaError(tex: formula.tex, reason: Self.reason(error))
        }
        return try Self.markup(in: String(decoding: output, as: UTF8.self), of: formula)
    }

    /// Commands that authors know and the program does not.
    private static let commands =
        #"\newcommand{\tfrac}[2]{{\textstyle\frac{#1}{#2}}}\newcommand{\dfrac}[2]{{\displaystyle\frac{#1}{#2}}}"#
        + #"\newcommand{\stackrel}[2]{\overset{#1}{#2}}"#

    private static func markup(in output: String, of formula: Markup.Formula) throws(FormulaError) -> String {
        if let message = text(in: output, between: "<message>", and: "</message>") {
            throw FormulaError(tex: formula.tex, reason: unescaped(message))
        }
        guard let markup = text(in: output, between: "<markup>", and: "</markup>") else {
            throw FormulaError(tex: formula.tex, reason: "blahtexml printed no MathML")
        }
        return markup.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func reason(_ problem: Subprocess.Problem) -> String {
        switch problem {
        case .cannotStart(let path, _): "\(path) cannot be started; install it with `apt-get install blahtexml`"
        case .timedOut(_, let seconds): "blahtexml gave no answer within \(Int(seconds)) s; make the formula shorter"
        }
    }

    private static func text(in output: String, between start: String, and end: String) -> String? {
        guard let start = output.range(of: start)?.upperBound,
            let end = output.range(of: end, range: start..<output.endIndex)?.lowerBound
        else { return nil }
        return String(output[start..<end])
    }

    private static func unescaped(_ text: String) -> String {
        let references: KeyValuePairs = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&amp;": "&"]
        return references.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    }
}
