import Foundation
import Testing

@testable import flowbook

@Suite("A new notebook is a plain script")
struct NewNotebookCompilesTests {
    @Test("swiftc takes it as it stands")
    func compiles() throws {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("main.swift")
            try Data(NewNotebook("port-scans", existing: []).text.utf8).write(to: file)
            let modules = ProgramRun.program.deletingLastPathComponent().appendingPathComponent("Modules")
            let compiler = Process()
            compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            compiler.arguments = [
                "swiftc", "-typecheck", "-swift-version", "5", "-suppress-warnings", "-I", modules.path, file.path,
            ]
            try compiler.run()
            compiler.waitUntilExit()
            #expect(compiler.terminationStatus == 0)
        }
    }
}
