import Foundation
import Notebook

/// What the commands that run notebooks work with: the project's store, the toolchain, the library and the programs that
/// draw.
struct Workshop {
    let environment: RunnerEnvironment
    let weaver: Weaver

    /// Opens the workshop of the folder in which the program was started.
    static func open() throws -> Workshop {
        let variables = ProcessInfo.processInfo.environment
        let searchPath = variables["PATH"] ?? ""
        let environment = try RunnerEnvironment(
            project: FileManager.default.currentDirectoryPath, variables: variables,
            toolchain: Toolchain(searchPath: searchPath), library: Library(besideExecutable: "/proc/self/exe"))
        return Workshop(environment: environment, weaver: Weaver(environment, searchPath: searchPath))
    }

    func close() { environment.close() }
}

/// Stops the work when the person presses Ctrl-C or the system asks the program to end.
final class InterruptionByKey {
    let interruption = Interruption()
    private let sources: [any DispatchSourceSignal]

    /// From now on these signals stop cells instead of ending the program.
    init() {
        sources = [SIGINT, SIGTERM, SIGHUP].map { signal in
            Glibc.signal(signal, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: signal, queue: .global())
        }
        for source in sources {
            source.setEventHandler { [interruption] in interruption.raise() }
            source.resume()
        }
    }
}
