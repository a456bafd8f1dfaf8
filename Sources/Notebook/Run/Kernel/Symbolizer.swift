import Foundation
import NotebookDisplay

/// Turns addresses inside cells into lines, with the toolchain's `llvm-symbolizer`.
///
/// Costs the start of a program (about 20 ms), so it is asked only about cells that did not simply succeed.
package struct Symbolizer: Sendable {
    /// The path of `llvm-symbolizer`.
    package var executable: String

    package init(executable: String) { self.executable = executable }

    /// The symbolizer could not be asked, or did not answer.
    struct Silence: Error {}

    /// The place of the innermost frame that has a line; nil where none has.
    func place(of frames: [KernelReport.Frame]) throws(Silence) -> CellPlace? {
        guard !frames.isEmpty else { return nil }
        let answers = try ask(frames)
        for index in stride(from: 0, to: answers.count, by: Self.steps.count) {
            let tries = answers[index..<min(index + Self.steps.count, answers.count)].map { $0.symbols ?? [] }
            let function = tries.first?.last?.function
            let symbols = tries.lazy.filter { $0.last?.function == function }.joined()
            if let known = symbols.first(where: { $0.line > 0 }) {
                return CellPlace(file: known.file, line: known.line, column: known.column)
            }
        }
        return nil
    }

    /// Code that the compiler made up has line 0. Such of it as fails prepares what follows (a check of exclusive
    /// access, say), so the line is looked for after it first and then before it, within the same function.
    private static let steps: [Int] = [0, 4, 8, 16, 24, 32, 48, 64, -4, -8, -16, -32, -64, -128, -256]
}

extension Symbolizer {
    /// One address in the symbolizer's JSON.
    private struct Answer: Decodable {
        struct Symbol: Decodable {
            var file: String
            var line: Int
            var column: Int
            var function: String

            enum CodingKeys: String, CodingKey {
                case file = "FileName", line = "Line", column = "Column", function = "FunctionName"
            }
        }

        /// What is inlined at the address first, the function itself last.
        var symbols: [Symbol]?

        enum CodingKeys: String, CodingKey { case symbols = "Symbol" }
    }

    private func ask(_ frames: [KernelReport.Frame]) throws(Silence) -> [Answer] {
        let queries = frames.flatMap { frame in
            Self.steps.map { "\"\(frame.image)\" 0x" + String(max(0, Int(frame.offset) + $0), radix: 16) }
        }
        let arguments = ["--output-style=JSON", "--no-demangle", "--relativenames"] + queries
        guard let done = try? Subprocess(path: executable, arguments: arguments).run(), done.status == 0,
            let answers = try? JSONDecoder().decode([Answer].self, from: Data(done.output)),
            answers.count == queries.count
        else { throw Silence() }
        return answers
    }
}
