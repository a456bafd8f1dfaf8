import Foundation
import Glibc

@testable import Notebook

/// A project in a folder of its own, which is gone when the value is.
final class TrialProject {
    let path: String

    init() throws {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/flowbook-trial-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for folder in ["Notebooks", "inputs", "made"] {
            try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
        }
    }

    deinit {
        chmod(path, 0o755)
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file of the project; nil removes it.
    func write(_ text: String?, to name: String) throws {
        guard let text else {
            unlink("\(path)/\(name)")
            return
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    /// The environment in which the project's notebooks run.
    func environment(_ variables: [String: String] = [:]) throws -> RunnerEnvironment {
        try Self.environment(at: path, variables)
    }

    static func environment(at path: String, _ variables: [String: String] = [:]) throws -> RunnerEnvironment {
        let own = ProcessInfo.processInfo.environment
        let base = ["PATH": own["PATH"] ?? "", "HOME": own["HOME"] ?? "/"]
        return try RunnerEnvironment(
            project: path, variables: base.merging(variables) { $1 },
            toolchain: Toolchain(searchPath: own["PATH"] ?? ""),
            library: Library(besideExecutable: "/proc/self/exe"))
    }

    /// Removes what is in a folder of the project.
    func empty(_ folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? [] {
            try? FileManager.default.removeItem(atPath: "\(path)/\(folder)/\(name)")
        }
    }
}

extension RunnerEnvironment {
    /// Runs a notebook with this text; no process of it is left behind.
    func run(_ text: String) throws -> NotebookRun {
        let runner = NotebookRunner(self)
        defer { runner.close() }
        let notebook = try Notebook(parsing: Array(text.utf8), name: "trial.swift")
        return try runner.run(notebook, RunSettings(), interruption: try Interruption())
    }
}
