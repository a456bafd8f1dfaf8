import Foundation
import Notebook

/// Keeps pages in step with their notebooks: holds the processes that carry the notebooks' state, and after each save
/// runs only what the edit can reach.
final class Watching {
    private let rendering: Rendering
    private let report: (WatchUpdate) throws -> Void
    private let complain: (ErrorReport) -> Void
    private let keys: InterruptionByKey
    private let watcher: FileWatcher
    private let server: WatchServer
    private var hasComplainedOfWatcher = false
    /// Whether nothing has been done since the store was last made to shrink.
    private var isTidy = false
    /// Those that were named first.
    private var notebooks: [WatchedNotebook]
    /// Which notebooks there are, and whether others may have come or gone since.
    private var (roster, rosterIsStale): (WatchRoster, Bool)

    /// Watches the notebooks of `roster`; `report` is told of each update of the page of one that was named, `complain`
    /// of one that cannot be read.
    init(
        _ roster: WatchRoster, _ rendering: Rendering,
        report: @escaping (WatchUpdate) throws -> Void, complain: @escaping (ErrorReport) -> Void
    ) throws {
        (self.rendering, self.report, self.complain) = (rendering, report, complain)
        (self.roster, rosterIsStale) = (roster, true)
        notebooks = roster.notebooks.map { WatchedNotebook($0, NotebookRunner(rendering.workshop.environment)) }
        keys = try InterruptionByKey()
        guard let watcher = FileWatcher() else { throw WatchError.noWatches(code: errno) }
        guard let server = WatchServer(rendering.workshop.environment) else { throw WatchError.noSocket(code: errno) }
        (self.watcher, self.server) = (watcher, server)
        followFiles()
    }

    /// Renders everything once, then after each save, until the person interrupts.
    func run() throws {
        defer { for notebook in notebooks { notebook.runner.close() } }
        while !keys.interruption.isRaised {
            if rosterIsStale { try updateRoster() }
            if let stale = nextStale { try update(stale) } else { holdStates() }
            let isIdle = !notebooks.contains { $0.isStale || $0.lacksState }
            let ready = takeEvents(waiting: isIdle)
            if isIdle, ready == Ready() { tidyUp() } else { isTidy = false }
            if ready.request { server.serve(answer, stop: keys.interruption) }
            if ready.file { takeChanges() }
        }
    }
}

/// What there is to do.
private struct Ready: Equatable {
    var file = false
    var request = false
}

private extension Watching {
    /// Milliseconds without anything to do after which there is time to tidy up.
    static let idleTime: Int32 = 2000
    /// Milliseconds after which a notebook that has left the folder is gone.
    static let absence: Int32 = 500

    /// Lets the store shrink, which else would wait for the end of the watch.
    func tidyUp() {
        for index in notebooks.indices { notebooks[index].noteRest() }
        guard !isTidy, !keys.interruption.isRaised else { return }
        rendering.workshop.environment.shrinkStore()
        isTidy = true
    }

    func takeEvents(waiting: Bool) -> Ready {
        var polled = [watcher.fileDescriptor, server.fileDescriptor, keys.interruption.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        poll(&polled, nfds_t(polled.count), !waiting ? 0 : isTidy ? -1 : Self.idleTime)
        return Ready(file: polled[0].revents != 0, request: polled[1].revents != 0)
    }

    /// The notebook that has waited longest among those to which something has changed, so that each gets its turn.
    var nextStale: Int? {
        notebooks.indices.filter { notebooks[$0].isStale }.min { notebooks[$0].begun < notebooks[$1].begun }
    }

    /// Marks the notebooks to which the files matter that have changed.
    func takeChanges() {
        let changed = watcher.takeChanges()
        complainOfWatcher()
        for index in notebooks.indices {
            if notebooks[index].noteChanges(changed) { complainOfCircle(index) }
        }
        rosterIsStale = rosterIsStale || changed.contains(WatchRoster.folder)
    }

    /// Takes in notebooks that have come, and lets go of those that are gone.
    func updateRoster() throws {
        do {
            try lookAtRoster()
            let earlier = Dictionary(uniqueKeysWithValues: notebooks.map { ($0.reference, $0) })
            let references = Set(roster.notebooks.map(\.reference))
            let gone = notebooks.filter { !references.contains($0.reference) }
            for notebook in gone { notebook.runner.close() }
            notebooks = roster.notebooks.map { entry in
                earlier[entry.reference]
                    ?? WatchedNotebook(entry, NotebookRunner(rendering.workshop.environment))
            }
            followFiles()
            if !gone.isEmpty, notebooks.allSatisfy({ $0.part != nil }) { try writeAll() }
        } catch let error as any ReportableError {
            complain(error.report)
        }
    }

    /// Finds out which notebooks there are. One that was there is given a moment to come back: some editors move the
    /// old file away before they write the new one.
    func lookAtRoster() throws {
        let end = ContinuousClock.now + .milliseconds(Self.absence)
        let earlier = Set(notebooks.map(\.reference))
        repeat {
            rosterIsStale = false
            roster = try roster.present()
            guard !earlier.isSubset(of: roster.notebooks.map(\.reference)) else { return }
            var polled = [watcher.fileDescriptor, keys.interruption.descriptor].map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            poll(&polled, nfds_t(polled.count), Self.absence)
            takeChanges()
        } while .now < end && !keys.interruption.isRaised
    }

    /// Watches the notebooks and the files that their cells use.
    /// - Returns: those that were not watched before.
    @discardableResult
    func followFiles() -> Set<Input> {
        defer { complainOfWatcher() }
        return watcher.follow(notebooks.reduce(into: [WatchRoster.folder]) { $0.formUnion($1.files) })
    }

    /// Tells of a folder that cannot be watched; once, since the cause is the same for all.
    func complainOfWatcher() {
        guard let problem = watcher.takeProblem(), !hasComplainedOfWatcher else { return }
        hasComplainedOfWatcher = true
        complain(WatchError.noWatch(problem).report)
    }

    func complainOfCircle(_ index: Int) {
        complain(WatchError.circle(notebook: notebooks[index].reference.path).report)
    }

    /// Brings a notebook and its page up to date.
    func update(_ index: Int) throws {
        let saved = notebooks[index].beginUpdate()
        do {
            guard let run = try read(index).flatMap({ try run($0, index) }) else { return }
            // A file that changed between a cell's look at it and now was not watched then.
            let isNew = !followFiles().isDisjoint(with: notebooks[index].files)
            if isNew, !run.agreesWithFiles(rendering.workshop.environment), notebooks[index].noteCircle() {
                complainOfCircle(index)
            }
            try write(notebooks[index])
            guard notebooks[index].isNamed else { return notebooks[index].runner.close() }
            try report(
                WatchUpdate(
                    run, notebooks[index].part?.findings ?? [], notebook: notebooks[index].reference,
                    milliseconds: -saved.timeIntervalSinceNow * 1000))
        } catch let error as any ReportableError {
            complain(error.report)
        }
    }

    /// Reads a notebook; nil where it is none, which is all there is to its part then.
    func read(_ index: Int) throws -> SourceFile? {
        do {
            let file = try SourceFile(notebooks[index].reference)
            notebooks[index].file = file
            let named = notebooks.filter(\.isNamed)
            let files = named.compactMap(\.file)
            if files.count == named.count { try files.require(parameters: named[0].settings.parameters) }
            return file
        } catch let error as any ReportableError where !(error is ParameterError) {
            complain(error.report)
            notebooks[index].part = RenderedPart(unreadable: notebooks[index].reference, because: error)
            try write(notebooks[index])
            return nil
        }
    }

    /// Runs a notebook and takes down what it came to; nil where it has to be run anew.
    func run(_ file: SourceFile, _ index: Int) throws -> NotebookRun? {
        guard let run = try runUndisturbed(file, index) else { return nil }
        notebooks[index].note(run, RenderedPart(file, run, rendering.weave(run, file), isBegun: true))
        return run
    }

    /// Runs a notebook; nil where its files changed meanwhile, or where there is something more urgent to do.
    func runUndisturbed(_ file: SourceFile, _ index: Int) throws -> NotebookRun? {
        let notebook = notebooks[index]
        let events = [keys.interruption.descriptor, watcher.fileDescriptor]
        let interruption = try Interruption(
            alsoBy: events + [notebook.isNamed ? server.urgentFileDescriptor : server.fileDescriptor])
        func carryOut(until interruption: Interruption) throws -> NotebookRun {
            try rendering.workshop.run(file, notebook.runner, notebook.settings, interruption) {
                rendering.begin($0, of: file)
            }
        }
        guard notebook.isNamed else {
            let run = try carryOut(until: interruption)
            notebooks[index].isStale = interruption.isRaised
            return interruption.isRaised ? nil : run
        }
        return try server.occupied(with: notebook.path) {
            let run = try carryOut(until: interruption)
            guard interruption.isRaised, !keys.interruption.isRaised else { return run }
            takeChanges()
            notebooks[index].isStale = notebooks[index].isStale || server.isUrgent
            return notebooks[index].isStale ? nil : try carryOut(until: keys.interruption)
        }
    }

    /// Writes the page of `notebook`; once all notebooks are known, all pages, since one may lead to another, and the
    /// page of all.
    func write(_ notebook: WatchedNotebook) throws {
        if notebooks.allSatisfy({ $0.part != nil }) { return try writeAll() }
        try notebook.part.map { try rendering.write(rendering.pages(of: $0), of: [$0]) } ?? ()
    }

    /// Writes the pages of all notebooks, and the page of all.
    func writeAll() throws {
        let parts = notebooks.compactMap(\.part)
        try rendering.write(rendering.pages(ofAll: parts), of: parts)
    }

    /// While nobody waits, brings the processes into the state after the whole of each notebook.
    func holdStates() {
        for index in notebooks.indices where notebooks[index].lacksState {
            guard let file = notebooks[index].file else { continue }
            let events = [keys.interruption.descriptor, watcher.fileDescriptor, server.fileDescriptor]
            let interruption = try? Interruption(alsoBy: events)
            let held = try? interruption.map {
                try notebooks[index].runner.holdState(
                    of: file.notebook, file.own(notebooks[index].settings), interruption: $0)
            }
            // A state that cannot be held now is not tried again until the notebook changes.
            notebooks[index].lacksState = held != true && interruption?.isRaised == true
        }
    }

    /// The results that a command asks for; nil where they are not those of the notebook as it is watched.
    func answer(
        _ request: WatchRequest, _ interruption: Interruption, _ observer: (RunEvent) -> Void
    ) -> NotebookRun? {
        guard let index = notebooks.firstIndex(where: { $0.isNamed && $0.path == request.path }),
            let file = try? SourceFile(notebooks[index].reference), request.isAbout(file.text)
        else { return nil }
        var own = file.own(notebooks[index].settings)
        own.target = request.settings.target
        guard own == request.settings else { return nil }
        let run = try? notebooks[index].runner.run(file.notebook, own, interruption: interruption, observer: observer)
        if run?.reports.contains(where: { $0.origin == .ran }) != false { notebooks[index].lacksState = true }
        return run
    }
}
