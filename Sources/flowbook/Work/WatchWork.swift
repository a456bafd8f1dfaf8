import Notebook

/// What `flowbook watch` does: keeps pages in step with their notebooks until the person interrupts.
enum WatchWork {
    static func run(_ options: WatchOptions, console: Console) throws -> ExitCode {
        let workshop = try Workshop(console)
        defer { workshop.close() }
        let rendering = Rendering(workshop: workshop, output: options.output, hasTimings: false)
        let settings = RunSettings(parameters: options.settings, timeout: options.timeout)
        let watching = try Watching(
            options.notebooks, settings, rendering,
            report: { try options.json ? console.print($0.json) : console.print($0.line) },
            complain: { console.report($0) })
        try watching.run()
        return .success
    }
}
