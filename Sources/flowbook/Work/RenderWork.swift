import Notebook

/// What `flowbook render` does: brings all notebooks of the project up to date, those that were named as asked for,
/// writes their pages and the page of them all, and tells what went wrong.
struct RenderWork {
    private let options: RenderOptions
    private let console: Console
    private let rendering: Rendering
    private var session: Session

    /// Carries out the command.
    static func run(_ options: RenderOptions, console: Console) throws -> ExitCode {
        try PageFile.prepare(options.output)
        var work = RenderWork(options, console: console, session: try Session(console))
        defer { work.session.close() }
        return try work.run()
    }

    private init(_ options: RenderOptions, console: Console, session: Session) {
        (self.options, self.console, self.session) = (options, console, session)
        rendering = Rendering(workshop: session.workshop, output: options.output, hasTimings: options.timings)
    }
}

private extension RenderWork {
    mutating func run() throws -> ExitCode {
        let memo = pageMemo { try? Files.text($0.path) }
        if let memo, !options.fresh, memo.isCurrent {
            try console.print(rendering.indexPath)
            return .success
        }
        var (named, others) = try bringUpToDate()
        var rounds = 1
        // Pages of a text that has been replaced meanwhile could stand where a watch, or another render, has put newer
        // ones.
        while rounds < Self.mostRounds, !session.isInterrupted, !(named + others).allSatisfy(\.isOfPresentText) {
            (named, others) = try bringUpToDate()
            rounds += 1
        }
        let unsettled = session.isInterrupted ? [] : (named + others).filter { !$0.isOfPresentText }
        for part in unsettled { console.report(RestlessNotebook(path: part.reference.path, rounds: rounds).report) }
        for part in named { console.tell(part.findings, path: part.reference.path) }
        try options.json ? console.print(json(of: named)) : console.print(rendering.indexPath)
        let restless = unsettled.isEmpty ? ExitCode.success : .failure
        return (named.map(\.exitCode) + [restless]).max { $0.rawValue < $1.rawValue } ?? .success
    }

    /// How often notebooks are rendered that were saved meanwhile.
    static let mostRounds = 3

    /// Runs all notebooks and writes their pages.
    mutating func bringUpToDate() throws -> (named: [RenderedPart], others: [RenderedPart]) {
        let (named, others) = (try read(options.notebooks), try read(options.others))
        try named.compactMap(\.file).require(parameters: options.settings)
        let parts = (try named.map { try part($0, settings) }, try others.map { try part($0, otherSettings) })
        let all = parts.0 + parts.1
        let pages = try write(all)
        // What the page could not show today, the programs that draw may be able to show tomorrow.
        if all.allSatisfy({ $0.exitCode == .success }), pages.allSatisfy(\.problems.isEmpty) {
            let texts = Dictionary(uniqueKeysWithValues: all.map { ($0.reference, $0.woven.text) })
            pageMemo { texts[$0] }?.keep(all.compactMap(\.run), pages: pages.map(rendering.path))
        }
        return parts
    }

    /// What the command line asks for is meant for the notebooks that were named.
    var settings: RunSettings {
        RunSettings(fresh: options.fresh, parameters: options.settings, timeout: options.timeout)
    }

    /// The other notebooks are as they always are.
    var otherSettings: RunSettings { RunSettings() }

    /// Under what the pages are remembered; nil where they are not, because more than pages is asked for.
    /// `text` gives the text of a notebook, nil where it cannot be read.
    func pageMemo(_ text: (NotebookReference) -> String?) -> PageMemo? {
        guard !options.json, !options.timings else { return nil }
        var question = [options.output]
        for (references, settings) in [(options.notebooks, settings), (options.others, otherSettings)] {
            for reference in references {
                guard let text = text(reference) else { return nil }
                question += [reference.path, text, "\(settings.key)"]
            }
        }
        return session.workshop.pageMemo(question)
    }

    mutating func read(_ references: [NotebookReference]) throws -> [Reading] {
        try session.times.measure(.parse) { try references.map { try Reading($0, console: console) } }
    }

    mutating func part(_ reading: Reading, _ settings: RunSettings) throws -> RenderedPart {
        switch reading {
        case .unreadable(let reference, let error): return RenderedPart(unreadable: reference, because: error)
        case .file(let file):
            rendering.prepare(file)
            let isBegun = !session.isInterrupted
            let run = try session.run(file, settings) { rendering.begin($0, of: file) }
            let woven = session.times.measure(.plots) { rendering.weave(run, file) }
            return RenderedPart(file, run, woven, isBegun: isBegun)
        }
    }

    /// Writes the pages, and the page of all.
    mutating func write(_ parts: [RenderedPart]) throws -> [Page] {
        let pages = session.times.measure(.page) { rendering.pages(ofAll: parts) }
        try session.times.measure(.write) { try rendering.write(pages, of: parts) }
        return pages
    }

    func json(of parts: [RenderedPart]) -> JSON {
        ResultJSON.object(
            notebooks: parts.map(\.json), page: rendering.indexPath, times: options.timings ? session.times : nil)
    }
}
