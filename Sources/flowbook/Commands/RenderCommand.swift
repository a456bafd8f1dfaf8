/// What `flowbook render` was asked to do.
struct RenderOptions: Hashable, Sendable {
    let output: String
    let fresh: Bool
    /// The texts given for parameters, by name.
    let settings: [String: String]
    /// Seconds a cell may run; nil leaves the default.
    let timeout: Double?
    let json: Bool
    let timings: Bool
    let notebooks: [NotebookReference]
}

/// Runs notebooks and writes their pages and the page of them all.
struct RenderCommand: Command {
    var usage: CommandUsage {
        CommandUsage(
            name: "render",
            summary: "Run notebooks and write their pages, and index.html with all of them.",
            operands: .any("NOTEBOOK"),
            options: [
                CommonOptions.output.form, CommonOptions.fresh.form, CommonOptions.set.form, CommonOptions.timeout.form,
                CommonOptions.json.form, CommonOptions.timings.form,
            ],
            examples: [
                .init(line: "flowbook render", meaning: "every notebook, to output/index.html"),
                .init(
                    line: "flowbook render 01 --set capture=trace.pcap", meaning: "one notebook on a capture of yours"),
            ])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        try Runner.render(
            RenderOptions(
                output: arguments.value(CommonOptions.output) ?? Project.current.outputFolder,
                fresh: arguments.value(CommonOptions.fresh),
                settings: arguments.value(CommonOptions.set),
                timeout: arguments.value(CommonOptions.timeout),
                json: arguments.value(CommonOptions.json),
                timings: arguments.value(CommonOptions.timings),
                notebooks: NotebookLocator.current().findAll(arguments.operands)),
            console: console)
    }
}
