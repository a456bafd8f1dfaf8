import Foundation
import Notebook

/// Keeps pages in step with their notebooks: holds the processes that carry the notebooks' state, and after each save
/// runs only what the edit can reach.
final class Watching {
    private let rendering: Rendering
    private let settings: RunSettings
    private let report: (WatchUpdate) throws -> Void
    private let complain: (ErrorReport) -> Void
    private let keys = InterruptionByKey()
    private let watcher: FileWatcher
    private let server: WatchServer
    private var notebooks: [WatchedNotebook]
    /// Files that changed and whose notebooks have not been brought up to date.
    private var pending: Set<String> = []

    /// Watches `references`; `report` is told of each update of a page, `complain` of a notebook that cannot be read.
    init(
        _ references: [NotebookReference], _ settings: RunSettings, _ rendering: Rendering,
        report: @escaping (WatchUpdate) throws -> Void, complain: @escaping (ErrorReport) -> Void
    ) throws {
        (self.rendering, self.settings, self.report, self.complain) = (rendering, settings, report, complain)
        guard let watcher = FileWatcher() else { throw WatchError.noWatches(code: errno) }
        guard let server = WatchServer(project: rendering.workshop.environment.project) else {
            throw WatchError.alreadyRunning
        }
        (self.watcher, self.server) = (watcher, server)
        notebooks = references.map { WatchedNotebook($0, NotebookRunner(rendering.workshop.environment)) }
        for notebook in notebooks { watcher.watch(notebook.path) }
    }

    /// Renders everything once, then after each save, until the person interrupts.
    func run() throws {
        defer { for notebook in notebooks { notebook.runner.close() } }
        try update(Set(notebooks.map(\.path)), since: Date())
        while !keys.interruption.isRaised {
            if pending.isEmpty {
                holdStates()
                let ready = waitForEvent()
                if ready.request { serve() }
                if ready.file { pending.formUnion(watcher.takeChanges()) }
            }
            let changed = pending
            pending = []
            try update(changed, since: nil)
        }
    }
}

private extension Watching {
    func waitForEvent() -> (file: Bool, request: Bool) {
        var polled = [watcher.fileDescriptor, server.fileDescriptor, keys.interruption.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        poll(&polled, nfds_t(polled.count), -1)
        return (polled[0].revents != 0, polled[1].revents != 0)
    }

    /// Brings up to date every notebook to which one of `paths` matters. `start` is when the change was made; nil asks
    /// the file system.
    func update(_ paths: Set<String>, since start: Date?) throws {
        for index in notebooks.indices {
            let touched = notebooks[index].files.intersection(paths)
            guard !touched.isEmpty else { continue }
            let saved = start ?? touched.compactMap(Self.modificationDate).max() ?? Date()
            do {
                try update(index, since: saved)
            } catch let error as any ReportableError {
                complain(error.report)
            }
        }
    }

    func update(_ index: Int, since saved: Date) throws {
        let file = try SourceFile(notebooks[index].reference)
        guard let run = try run(file, notebooks[index]) else { return }
        let woven = rendering.weave(run, file)
        notebooks[index].note(file, run, woven)
        for path in notebooks[index].files { watcher.watch(path) }
        try rendering.write(rendering.pages(of: [woven], among: notebooks.compactMap(\.woven)))
        try report(WatchUpdate(run, notebook: file.reference, milliseconds: -saved.timeIntervalSinceNow * 1000))
    }

    /// Runs a notebook; nil where its files changed meanwhile, so that it has to be run anew.
    func run(_ file: SourceFile, _ notebook: WatchedNotebook) throws -> NotebookRun? {
        let interruption = Interruption(alsoBy: [keys.interruption.descriptor, watcher.fileDescriptor])
        let follow: (RunEvent) -> Void = { self.rendering.follow($0, file) }
        let run = try rendering.workshop.run(file, notebook.runner, settings, interruption, observer: follow)
        guard interruption.isRaised, !keys.interruption.isRaised else { return run }
        pending.formUnion(watcher.takeChanges())
        guard pending.isDisjoint(with: notebook.files) else { return nil }
        return try rendering.workshop.run(file, notebook.runner, settings, keys.interruption, observer: follow)
    }

    /// While nobody waits, brings the processes into the state after the whole of each notebook.
    func holdStates() {
        for index in notebooks.indices where !notebooks[index].holdsState {
            guard let file = notebooks[index].file else { continue }
            let events = [keys.interruption.descriptor, watcher.fileDescriptor, server.fileDescriptor]
            let interruption = Interruption(alsoBy: events)
            let held = try? notebooks[index].runner.holdState(of: file.notebook, settings, interruption: interruption)
            // A state that cannot be held now is not tried again until the notebook changes.
            notebooks[index].holdsState = held == true || !interruption.isRaised
        }
    }

    /// Answers a command that wants to use the processes held here.
    func serve() {
        server.serve { path, isText, settings in
            var own = self.settings
            (own.target, own.fresh) = (settings.target, settings.fresh)
            guard own == settings, let notebook = notebooks.first(where: { $0.path == path }),
                let file = try? SourceFile(notebook.reference), isText(file.text)
            else { return nil }
            return try? notebook.runner.run(file.notebook, settings, interruption: keys.interruption)
        }
    }

    static func modificationDate(_ path: String) -> Date? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    }
}
