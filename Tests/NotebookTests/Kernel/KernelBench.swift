import Foundation
import Notebook
import Testing

/// A kernel session with cells compiled on the spot: each sees the names of all before it.
final class KernelBench {
    let workshop: CellWorkshop
    let session: KernelSession
    let interruption: Interruption
    private var names: [String] = []

    init(name: String = UUID().uuidString, environment: [String: String] = ["FLOWBOOK_TEST": "here"]) throws {
        interruption = try Interruption()
        workshop = try CellWorkshop(name: name)
        let options = KernelSession.Options(
            executable: Self.executable, workingDirectory: workshop.directory.path, environment: environment,
            symbolizer: workshop.symbolizer)
        session = try KernelSession(options)
    }

    deinit {
        session.close()
        workshop.remove()
    }

    /// Runs `source` from the snapshot, the root by default.
    func run(_ source: String, from snapshot: Snapshot? = nil, limits: CellLimits = CellLimits(seconds: 20)) throws
        -> CellRun
    {
        try run(build(source), from: snapshot, limits: limits)
    }

    func run(_ image: CellImage, from snapshot: Snapshot? = nil, limits: CellLimits = CellLimits(seconds: 20)) throws
        -> CellRun
    {
        try session.run(image, from: snapshot ?? session.root, limits: limits, interruption: interruption)
    }

    func build(_ source: String) throws -> CellImage {
        let name = "Cell_\(names.count + 1)"
        let image = try workshop.build(source, name: name, importing: names)
        names.append(name)
        return image
    }

    /// The snapshot after a cell that must succeed.
    func snapshot(_ source: String, from snapshot: Snapshot? = nil) throws -> Snapshot {
        try #require(run(source, from: snapshot).snapshot)
    }

    /// The kernel beside the tests.
    static var executable: String {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = tests.deletingLastPathComponent().appendingPathComponent("flowbook-kernel")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside.path }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent(".build/debug/flowbook-kernel").path
    }
}

extension CellRun {
    /// The snapshot after the cell, where it succeeded.
    var snapshot: Snapshot? { if case .completed(let snapshot) = ending { snapshot } else { nil } }

    /// What it wrote to standard output.
    var output: String { text(of: .standardOutput) }
    var errorOutput: String { text(of: .standardError) }

    private func text(of stream: Item.Stream) -> String {
        items.map { item in
            if case .stream(stream, let bytes) = item { String(decoding: bytes, as: UTF8.self) } else { "" }
        }.joined()
    }
}
