import Foundation
import Notebook
import Testing

/// Compiles cells as the runner will, for tests of the kernel alone.
struct CellWorkshop {
    let directory: URL
    private let toolchain: URL

    /// Makes a directory for the cells; the processes that work in it are found by its name.
    init(name: String = UUID().uuidString) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("cells-\(name)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        toolchain = try #require(Self.toolchain, "swiftc must be on PATH")
    }

    var symbolizer: Symbolizer { Symbolizer(executable: tool("llvm-symbolizer")) }

    func remove() { try? FileManager.default.removeItem(at: directory) }

    /// Compiles and links `source` as module `name`; its lines are numbered from 1 in a file called `name`.
    func build(_ source: String, name: String, importing modules: [String]) throws -> CellImage {
        let imports = modules.map { "@testable import \($0)\n" }.joined()
        let text = "\(imports)#sourceLocation(file: \"\(name)\", line: 1)\n\(source)\n"
        try text.write(to: file(name, "swift"), atomically: true, encoding: .utf8)
        try Self.call(
            tool("swift-frontend"),
            [
                "-c", file(name, "swift").path, "-module-name", name, "-enable-testing", "-Onone", "-swift-version",
                "5",
                "-gline-tables-only", "-entry-point-function-name", "\(name)_main", "-emit-module-path",
                file(name, "swiftmodule").path, "-I", directory.path, "-o", file(name, "o").path,
            ])
        let libraries = toolchain.appendingPathComponent("lib/swift/linux").path
        let foundation = source.contains("import Foundation") ? ["-lFoundation", "-lFoundationEssentials"] : []
        let dispatch = source.contains("import Dispatch") ? ["-lswiftDispatch", "-ldispatch"] : []
        try Self.call(
            tool("ld.lld"),
            [
                "-shared", file(name, "o").path, "\(libraries)/x86_64/swiftrt.o", "-o", file(name, "so").path, "-z",
                "undefs", "-L", libraries, "-rpath",
                libraries,
            ]
                + foundation + dispatch)
        return CellImage(path: file(name, "so").path, entry: "\(name)_main")
    }
}

extension CellWorkshop {
    private static var toolchain: URL? {
        let directories = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let compilers = directories.map { URL(fileURLWithPath: "\($0)/swiftc") }
        let compiler = compilers.first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return compiler?.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    }

    private func tool(_ name: String) -> String { toolchain.appendingPathComponent("bin/\(name)").path }

    private func file(_ name: String, _ type: String) -> URL { directory.appendingPathComponent("\(name).\(type)") }

    private struct CompileFailure: Error, CustomStringConvertible { var description: String }

    private static func call(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardError = output
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw CompileFailure(description: String(decoding: text, as: UTF8.self)) }
    }
}
