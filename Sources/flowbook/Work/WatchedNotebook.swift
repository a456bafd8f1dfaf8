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
    /// The files that its own cells write.
    private var written: Set<String> = []
    /// How many updates in a row had no cause but what its own cells write.
    private var circles = 0
    /// Whether something has changed since it was last run.
    var isStale = true
    /// Whether the processes could be brought into the state after the whole notebook, and are not there.
    var lacksState = false
    /// When the latest change was made.
    private var saved = Date()
    /// When its latest update began.
    private(set) var begun = Date.distantPast

    init(_ entry: WatchRoster.Entry, _ runner: NotebookRunner) {
        (reference, settings, isNamed) = (entry.reference, entry.settings, entry.isNamed)
        self.runner = runner
        path = URL(fileURLWithPath: reference.path).standardizedFileURL.path
        files = [.file(path)]
    }

    /// Takes down what the latest run came to.
    mutating func note(_ run: NotebookRun, _ part: RenderedPart) {
        (self.part, lacksState) = (part, isNamed && circles <= Self.circleLimit)
        files = Set(run.reports.flatMap(\.files) + [.file(path)])
        written = Set(run.reports.flatMap(\.writtenPaths))
    }

    /// So many times a notebook is run again for what its own cells have changed: they may come to rest.
    private static let circleLimit = 3

    /// Takes down that files have changed.
    /// - Returns: whether the notebook is found to go round in circles; told once.
    mutating func noteChanges(_ changed: Set<Input>) -> Bool {
        let touched = files.intersection(changed).compactMap(\.path)
        guard !touched.isEmpty else { return false }
        let dates = touched.compactMap { path in
            (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
        }
        saved = dates.max() ?? Date()
        let isOwn = touched.allSatisfy { path in written.contains { $0 == path || $0.hasPrefix(path + "/") } }
        if isOwn { return noteCircle() }
        (isStale, circles) = (true, 0)
        return false
    }

    /// Takes down that what its cells use is not as they found it, though perhaps through themselves.
    /// - Returns: whether that has happened so often in a row that the notebook is not run again for it; told once.
    mutating func noteCircle() -> Bool {
        circles += 1
        if circles <= Self.circleLimit { isStale = true } else { lacksState = false }
        return circles == Self.circleLimit + 1
    }

    /// Takes down that nothing has happened for a while: what changes now has another cause.
    mutating func noteRest() { circles = 0 }

    /// From now on changes count as new ones.
    /// - Returns: when the latest change was made.
    mutating func beginUpdate() -> Date {
        (isStale, begun) = (false, Date())
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
    case circle(notebook: String)
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
        case .circle(let notebook):
            ErrorReport(
                "cannot come to rest", at: notebook,
                because: "its cells change files that they use; the page shows how that was after some of the changes",
                try: "let no cell change what an earlier one, or itself, reads")
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
