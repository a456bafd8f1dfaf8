import Foundation
import Notebook

/// One notebook under watch, with what is known of it.
struct WatchedNotebook {
    let reference: NotebookReference
    let path: String
    let runner: NotebookRunner
    let settings: RunSettings
    /// Whether the person asked to watch it. The others are followed because they stand beside it on the page of all.
    let isNamed: Bool
    /// Nil until the text could be read and parsed.
    var file: SourceFile?
    /// What stands on the page; nil until it has been run.
    var part: RenderedPart?
    /// The files whose change may change the page: the notebook's own and those its cells use.
    private(set) var files: Set<Input>
    /// Whether something has changed since it was last run.
    var isStale = true
    /// Whether the processes could be brought into the state after the whole notebook, and are not there.
    var lacksState = false
    /// When the latest change was made.
    private var saved = Date()

    init(_ entry: WatchRoster.Entry, _ runner: NotebookRunner) {
        (reference, settings, isNamed) = (entry.reference, entry.settings, entry.isNamed)
        self.runner = runner
        path = URL(fileURLWithPath: reference.path).standardizedFileURL.path
        files = [.file(path)]
    }

    /// Takes down what the latest run came to.
    mutating func note(_ run: NotebookRun, _ part: RenderedPart) {
        (self.part, lacksState) = (part, isNamed)
        files = Set(run.reports.flatMap(\.files) + [.file(path)])
    }

    /// Takes down that files have changed.
    mutating func noteChanges(_ changed: Set<Input>) {
        let touched = files.intersection(changed).compactMap(\.path)
        guard !touched.isEmpty else { return }
        let dates = touched.compactMap { path in
            (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
        }
        (isStale, saved) = (true, dates.max() ?? Date())
    }

    /// From now on changes count as new ones.
    /// - Returns: when the latest change was made.
    mutating func beginUpdate() -> Date {
        isStale = false
        return saved
    }
}

/// One update of a page, for whoever follows.
struct WatchUpdate {
    let notebook: NotebookReference
    let ran: [String]
    let reused: [String]
    let failed: [String]
    /// What went wrong.
    let findings: [Finding]
    /// From the save of the file to the page on disk.
    let milliseconds: Double

    init(_ run: NotebookRun, _ findings: [Finding], notebook: NotebookReference, milliseconds: Double) {
        (self.notebook, self.findings, self.milliseconds) = (notebook, findings, milliseconds)
        ran = run.reports.filter { $0.origin == .ran }.map(\.cell.id)
        reused = run.reports.filter { $0.origin == .reused }.map(\.cell.id)
        failed = run.reports.filter { $0.result.status != .succeeded }.map(\.cell.id)
    }

    var json: JSON {
        .object([
            "notebook": .string(notebook.name), "ran": .array(ran.map(JSON.string)),
            "reused": .array(reused.map(JSON.string)), "failed": .array(failed.map(JSON.string)),
            "milliseconds": .number(milliseconds),
        ])
    }

    /// `01-entropy: ran ports, series; 12 reused; 96 ms`.
    var line: String {
        let what = ran.isEmpty ? "nothing ran" : "ran \(ran.joined(separator: ", "))"
        let trouble = failed.isEmpty ? "" : "; without result: \(failed.joined(separator: ", "))"
        let duration = "\(Int(milliseconds.rounded())) ms"
        return "\(notebook.name): \(what); \(reused.count) reused\(trouble); \(duration)".printable
    }
}

/// Why notebooks cannot be watched.
enum WatchError: Error, Hashable {
    case noWatches(code: Int32)
    case noWatch(FileWatcher.Problem)
    case noSocket(code: Int32)
}

extension WatchError: ReportableError {
    var exitCode: ExitCode { .failure }

    var report: ErrorReport {
        switch self {
        case .noWatches(let code):
            ErrorReport(
                "cannot watch", at: "inotify", because: String(cString: strerror(code)),
                try: "raise fs.inotify.max_user_instances")
        case .noWatch(let problem):
            ErrorReport(
                "cannot watch", at: problem.folder,
                because: "changes are not seen there, since the system gives no more watches",
                try: "raise fs.inotify.max_user_watches and start the watch anew")
        case .noSocket(EADDRINUSE):
            ErrorReport(
                "cannot watch", at: ".flowbook/watch.sock", because: "another watch runs on this project",
                try: "stop that one, or use it")
        case .noSocket(let code):
            ErrorReport(
                "cannot watch", at: ".flowbook/watch.sock", because: String(cString: strerror(code)),
                try: "make the folder writable, or move the project to a file system that can hold sockets")
        }
    }
}
