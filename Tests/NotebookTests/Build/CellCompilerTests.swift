import Foundation
import Testing

@testable import Notebook

@Suite("compiling a cell")
struct CellCompilerTests {
    private let folder = NSTemporaryDirectory() + "cell-compiler-\(UUID().uuidString)"

    /// The modules of this build stand beside the test bundle; the kernel does not matter, no cell is run in it.
    private func compiler() throws -> CellCompiler {
        let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let modules = try #require(
            [built, Bundle.main.bundleURL].map { $0.appendingPathComponent("Modules").path }.first {
                FileManager.default.fileExists(atPath: "\($0)/NotebookDisplay.swiftmodule")
            })
        return CellCompiler(
            toolchain: try Toolchain(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? ""),
            library: try Library(kernel: "/bin/true", modules: modules),
            libraryFingerprint: ContentHash(of: []), store: try Store(in: folder))
    }

    @Test("the runtime knows what types of a cell conform to")
    func conformances() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = """
            protocol Named {}
            struct Port: Named {}
            @_cdecl("portIsNamed") public func portIsNamed() -> Bool { (Port() as Any) is any Named }
            """
        let source = CellSource(id: "c", imports: [], cellModules: [], body: .statements(text, trailing: nil))
        let compiler = try compiler()
        let cell = try compiler.compile(CompileUnit(id: "c", source: source, visible: [], imports: []))
        #expect(cell.messages.isEmpty)
        let hash = try #require(cell.product.flatMap { ContentHash($0.code) })
        let code = try #require(compiler.store.blob(hash))
        let image = try #require(dlopen(code, RTLD_NOW | RTLD_LOCAL))
        let symbol = try #require(dlsym(image, "portIsNamed"))
        let portIsNamed = unsafeBitCast(symbol, to: (@convention(c) () -> Bool).self)
        #expect(portIsNamed())
    }
}
