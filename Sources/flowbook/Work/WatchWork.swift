import Notebook

/// What `flowbook watch` does: keeps pages in step with their notebooks until the person interrupts.
enum WatchWork {
    static func run(_ options: WatchOptions, console: Console) throws -> ExitCode {
        let roster = try WatchRoster(options)
        try roster.notebooks.filter(\.isNamed).compactMap { try? SourceFile($0.reference) }
            .require(parameters: options.settings)
        let workshop = try Workshop(console)
        defer { workshop.close() }
        console.warnOfMachine()
        let rendering = Rendering(workshop: workshop, output: options.output, hasTimings: false)
        let watching = try Watching(
            roster, rendering,
            report: { update in
                try console.hand(options.json ? update.json.text : update.line)
                console.tell(update.findings, path: update.notebook.path)
            },
            complain: { console.report($0) })
        if !options.json { try console.hand("\(pages(options, rendering)): kept in step until Ctrl-C".printable) }
        try watching.run()
        return .success
    }

    /// Where the pages are that the person asked for.
    private static func pages(_ options: WatchOptions, _ rendering: Rendering) -> String {
        guard !options.named.isEmpty else { return rendering.indexPath }
        return options.named.map { rendering.path(ofPageOf: $0) }.joined(separator: ", ")
    }
}
