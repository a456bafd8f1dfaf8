import Foundation
import Testing

@testable import Notebook

@Suite("compiling a cell")
struct CellCompilerTests {
    private let folder = NSTemporaryDirectory() + "cell-compiler-\(UUID().uuidString)"

    private func compiler() throws -> CellCompiler {
        let toolchain = try Toolchain(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
        let library = try Library(besideExecutable: "/proc/self/exe")
        return CellCompiler(
            toolchain: toolchain, library: library, libraryFingerprint: ContentHash(of: []), store: try Store(in: folder),
            frontend: CompilerServer(toolchain, library))
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
        let cell = try compiler.compile(CompileUnit(id: "c", source: source, modules: [], imports: []))
        #expect(cell.messages.isEmpty)
        let hash = try #require(cell.product.flatMap { ContentHash($0.code) })
        let code = try #require(compiler.store.blob(hash))
        let image = try #require(dlopen(code, RTLD_NOW | RTLD_LOCAL))
        let symbol = try #require(dlsym(image, "portIsNamed"))
        let portIsNamed = unsafeBitCast(symbol, to: (@convention(c) () -> Bool).self)
        #expect(portIsNamed())
    }
}
