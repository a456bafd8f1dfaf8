import Foundation
import Notebook

/// What the commands that run notebooks work with: the project's store, the toolchain, the library, the programs that
/// draw, and the line of the terminal that shows how far the work is.
struct Workshop {
    let environment: RunnerEnvironment
    let weaver: Weaver
    private let progress: ProgressReporter?
    private let searchPath: String

    /// Opens the workshop of the folder in which the program was started. The store is in `folder`, if not in that one.
    init(_ console: Console, storeFolder folder: String? = nil) throws {
        try RunnerEnvironment.requireDescriptors()
        let variables = ProcessInfo.processInfo.environment
        searchPath = variables["PATH"] ?? ""
        environment = try RunnerEnvironment(
            project: FileManager.default.currentDirectoryPath, storeFolder: folder, variables: variables,
            toolchain: Toolchain(searchPath: searchPath), library: Library(besideExecutable: "/proc/self/exe"))
        weaver = Weaver(environment, searchPath: searchPath)
        progress = console.progress(environment: variables)
    }

    /// Runs what of a notebook has to run, and hands each cell's report on when it has ended. Of the parameters in
    /// `settings` those count that the notebook declares.
    func run(
        _ file: SourceFile, _ runner: NotebookRunner, _ settings: RunSettings, _ interruption: Interruption,
        ended: (CellReport) -> Void = { _ in }
    ) throws -> NotebookRun {
        defer { progress?.clear() }
        return try runner.run(file.notebook, file.own(settings), interruption: interruption) { event in
            if case .finished(let report, _, _) = event { ended(report) }
            progress?.show(event, notebook: file.reference.name)
        }
    }

    /// What the watch on this project says of a notebook; nil where the notebook has to be run here.
    func ask(
        _ file: SourceFile, _ settings: RunSettings, _ interruption: Interruption,
        ended: (CellReport) -> Void = { _ in }
    ) -> NotebookRun? {
        defer { progress?.clear() }
        return WatchLink.run(
            file.notebook, path: file.reference.path, text: file.text, file.own(settings), environment,
            interruption: interruption
        ) { event in
            if case .finished(let report, _, _) = event { ended(report) }
            progress?.show(event, notebook: file.reference.name)
        }
    }

    /// Remembers pages that answer `question`.
    func pageMemo(_ question: [String]) -> PageMemo {
        PageMemo(environment, question: question, tools: Weaver.tools(in: searchPath))
    }

    func close() { environment.close() }
}

/// Stops the work when the person presses Ctrl-C or the system asks the program to end.
final class InterruptionByKey {
    let interruption: Interruption
    private let sources: [any DispatchSourceSignal]

    /// From now on these signals stop cells instead of ending the program.
    init() throws {
        interruption = try Interruption()
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
