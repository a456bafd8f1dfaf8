import Foundation
import Synchronization

/// The Swift compiler as a fork server, started when the first cell has to be compiled.
final class CompilerServer: Sendable {
    private let toolchain: Toolchain
    private let library: Library
    private let server = Mutex<ForkServer?>(nil)

    init(_ toolchain: Toolchain, _ library: Library) { (self.toolchain, self.library) = (toolchain, library) }

    /// Compiles with these arguments in a folder.
    func run(_ arguments: [String], in folder: String) throws(BuildError) -> Subprocess.Completed {
        do {
            return try started().run(arguments, in: folder)
        } catch {
            throw .toolFailed(toolchain.frontend, reason: "\(error)")
        }
    }

    private func started() throws(Subprocess.Problem) -> ForkServer {
        try server.withLock { server throws(Subprocess.Problem) in
            if let server { return server }
            let started = try ForkServer(toolchain.frontend, library: library.forkServer, timeLimit: 300)
            server = started
            return started
        }
    }
}
