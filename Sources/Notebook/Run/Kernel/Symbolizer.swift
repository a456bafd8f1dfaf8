import Foundation
import NotebookDisplay

/// Turns addresses inside cells into lines, with the toolchain's `llvm-symbolizer`.
///
/// Costs the start of a program (about 20 ms), so it is asked only about cells that did not simply succeed.
package struct Symbolizer: Sendable {
    /// The path of `llvm-symbolizer`.
    package var executable: String

    package init(executable: String) { self.executable = executable }

    /// The place of the innermost frame that has a line; nil where none has, or the symbolizer does not answer.
    func place(of frames: [KernelReport.Frame]) -> CellPlace? {
        guard !frames.isEmpty, let answer = ask(frames) else { return nil }
        let decoder = JSONDecoder()
        let objects = answer.split(separator: UInt8(ascii: "\n")).lazy.compactMap { line in
            try? decoder.decode(Answer.self, from: Data(line))
        }
        let symbols = objects.flatMap { $0.symbols ?? [] }
        // Line 0 is code that the compiler made up.
        return symbols.first { $0.line > 0 && !$0.file.isEmpty }.map {
            CellPlace(file: $0.file, line: $0.line, column: $0.column)
        }
    }
}

extension Symbolizer {
    /// One line of the symbolizer's JSON.
    private struct Answer: Decodable {
        struct Symbol: Decodable {
            var file: String
            var line: Int
            var column: Int

            enum CodingKeys: String, CodingKey { case file = "FileName", line = "Line", column = "Column" }
        }

        var symbols: [Symbol]?

        enum CodingKeys: String, CodingKey { case symbols = "Symbol" }
    }

    private func ask(_ frames: [KernelReport.Frame]) -> Data? {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: executable)
        let queries = frames.map { "\"\($0.image)\" 0x" + String($0.offset, radix: 16) }
        process.arguments = ["--output-style=JSON", "--no-demangle"] + queries
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let answer = try? output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        return answer
    }
}
