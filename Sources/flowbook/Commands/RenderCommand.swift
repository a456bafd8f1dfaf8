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
    /// The notebooks that were named: all of them, where none was.
    let notebooks: [NotebookReference]
    /// The other notebooks of the project, which stand beside them on the page of all.
    let others: [NotebookReference]
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
        let output = try arguments.value(CommonOptions.output) ?? Project.current.outputFolder
        let (fresh, settings) = (try arguments.value(CommonOptions.fresh), try arguments.value(CommonOptions.set))
        let timeout = try arguments.value(CommonOptions.timeout)
        let (json, timings) = (try arguments.value(CommonOptions.json), try arguments.value(CommonOptions.timings))
        let locator = try NotebookLocator.current()
        let notebooks = try locator.findAll(arguments.operands)
        return try RenderWork.run(
            RenderOptions(
                output: output, fresh: fresh, settings: settings, timeout: timeout, json: json, timings: timings,
                notebooks: notebooks, others: locator.others(than: notebooks)),
            console: console)
    }
}
