import Notebook

/// What `flowbook watch` does: keeps pages in step with their notebooks until the person interrupts.
enum WatchWork {
    static func run(_ options: WatchOptions, console: Console) throws -> ExitCode {
        let settings = RunSettings(parameters: options.settings, timeout: options.timeout)
        try options.notebooks.compactMap { try? SourceFile($0) }.require(parameters: options.settings)
        let workshop = try Workshop(console)
        defer { workshop.close() }
        console.warnOfMachine()
        let named = options.notebooks.map {
            WatchedNotebook($0, NotebookRunner(workshop.environment), settings, isNamed: true)
        }
        let others = options.others.map {
            WatchedNotebook($0, NotebookRunner(workshop.environment), RunSettings(), isNamed: false)
        }
        let watching = try Watching(
            named + others, Rendering(workshop: workshop, output: options.output, hasTimings: false),
            report: { try console.hand(options.json ? $0.json.text : $0.line) },
            complain: { console.report($0) })
        try watching.run()
        return .success
    }
}
