/// The options that several commands share, so that they mean the same everywhere.
enum CommonOptions {
    static let output = Option.text("output", short: "o", value: "DIR", help: "where the pages go (default: output)")
    static let fresh = Option.flag("fresh", help: "run every cell, whatever is stored")
    static let set = Option.assignments("set", help: "replace the default of a parameter; may be repeated")
    static let timeout = Option.seconds("timeout", help: "seconds each cell may run, unless the cell says otherwise")
    static let json = Option.flag("json", help: "print the result as JSON")
    static let timings = Option.flag(
        "timings", help: "add the time of each cell to the page, and of each stage to --json")
}

extension NotebookLocator {
    /// The locator of the current project.
    static func current() throws(FileError) -> NotebookLocator {
        NotebookLocator(project: .current, names: try Project.current.notebookNames())
    }
}
