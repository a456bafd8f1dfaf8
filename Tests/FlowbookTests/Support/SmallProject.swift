import Foundation

/// A project of a few small notebooks in a folder of its own, which is gone when the value is.
final class SmallProject {
    let folder: URL

    init(_ notebooks: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("flowbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("Notebooks"), withIntermediateDirectories: true)
        for (name, text) in notebooks { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes the notebook called `name`.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent("Notebooks/\(name).swift"))
    }

    /// Runs the program here.
    func run(_ words: String..., variables: [String: String] = [:]) throws -> ProgramRun {
        try ProgramRun(words, in: folder, variables: variables)
    }

    /// The content of a page; nil where there is none.
    func page(_ name: String) -> String? {
        try? String(contentsOf: folder.appendingPathComponent("output/\(name).html"), encoding: .utf8)
    }

    /// The names in a folder of the project, hidden ones too.
    func names(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path).sorted()
    }
}
