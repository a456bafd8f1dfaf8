import Foundation
import Notebook

/// Removes what can be made again.
struct CleanCommand: Command {
    private static let pages = Option.flag("pages", help: "remove the rendered pages too")

    var usage: CommandUsage {
        CommandUsage(
            name: "clean",
            summary: "Remove stored results and compiled cells; the next run makes them again.",
            operands: .none,
            options: [Self.pages.form, CommonOptions.output.form],
            examples: [.init(line: "flowbook clean --pages", meaning: "removes .flowbook and the pages in output")])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        let project = Project.current
        guard !WatchLink.isWatched(FileManager.default.currentDirectoryPath) else {
            throw StoreInUse(folder: project.storeFolder)
        }
        try Files.removeTree(project.storeFolder)
        if try arguments.value(Self.pages) {
            try removePages(in: arguments.value(CommonOptions.output) ?? project.outputFolder)
        }
        return .success
    }

    /// Only pages go: whatever else a person put into the folder stays, and so does the folder then.
    private func removePages(in folder: String) throws(FileError) {
        for name in try Files.names(in: folder) ?? [] where name.hasSuffix(".html") {
            try Files.remove("\(folder)/\(name)")
        }
        try Files.removeIfEmpty(folder)
    }
}

/// A store that a watch works with.
struct StoreInUse: Error, Hashable {
    let folder: String
}

extension StoreInUse: ReportableError {
    var exitCode: ExitCode { .failure }

    var report: ErrorReport {
        ErrorReport(
            "cannot remove", at: folder, because: "a watch runs on this project and works with it",
            try: "stop the watch first")
    }
}
