import Foundation
import Testing

@testable import Notebook

@Suite("A notebook as a plain script")
struct PlainScriptTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Notebooks")

    private static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []

    @Test("is accepted by the compiler as it stands", arguments: names.filter { $0.hasSuffix(".swift") })
    func accepted(name: String) throws {
        let environment = try TrialProject().environment()
        let compiler = Subprocess(
            path: environment.toolchain.frontend,
            arguments: [
                "-frontend", "-typecheck", Self.folder.appendingPathComponent(name).path, "-module-name", "main",
                "-swift-version", "5", "-suppress-warnings", "-I", environment.library.modules,
            ])
        let run = try compiler.run()
        #expect(run.status == 0, "\(run.errorText)")
    }
}
