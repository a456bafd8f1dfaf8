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
        let memo = pageMemo()
        if let index = try currentIndex(memo) {
            try console.print(index)
            return .success
        }
        let parts = try (options.notebooks + options.others).map { try part($0) }.sorted {
            $0.woven.name < $1.woven.name
        }
        let pages = session.times.measure(.page) {
            rendering.pages(of: parts.filter { !$0.keepsPage }.map(\.woven), among: parts.map(\.woven))
        }
        try session.times.measure(.write) { try rendering.write(pages) }
        if parts.allSatisfy(\.findings.isEmpty) { memo?.keep(parts.compactMap(\.run), pages: pages.map(rendering.path)) }
        let named = parts.filter { options.notebooks.contains($0.reference) }
        for part in named { console.tell(part.findings, path: part.reference.path) }
        let index = pages.last.map(rendering.path) ?? options.output
        try options.json ? console.print(json(of: named, index: index)) : console.print(index)
        return named.map(\.exitCode).max { $0.rawValue < $1.rawValue } ?? .success
    }

    /// Under what the pages are remembered; nil where they are not, because more than pages is asked for.
    func pageMemo() -> PageMemo? {
        guard !options.json, !options.timings else { return nil }
        var question = [options.output]
        for reference in options.notebooks + options.others {
            guard let bytes = try? Files.read(reference.path) else { return nil }
            question += [reference.path, String(decoding: bytes, as: UTF8.self), "\(settings(for: reference).key)"]
        }
        return session.workshop.pageMemo(question)
    }

    /// The page of all notebooks, when everything that is asked for is there already.
    func currentIndex(_ memo: PageMemo?) throws -> String? {
        guard let memo, !options.fresh, memo.isCurrent else { return nil }
        return "\(options.output)/index.html"
    }

    mutating func part(_ reference: NotebookReference) throws -> RenderedPart {
        let file: SourceFile
        do {
            file = try session.read(reference)
        } catch let error as any ReportableError {
            console.report(error.report)
            return RenderedPart(unreadable: reference, because: error)
        }
        let isBegun = !session.isInterrupted
        let run = try session.run(file, settings(for: reference))
        let woven = session.times.measure(.plots) { rendering.weave(run, file) }
        return RenderedPart(file, run, woven, isBegun: isBegun)
    }

    /// What the command line asks for is meant for the notebooks that were named; the others are as they always are.
    func settings(for reference: NotebookReference) -> RunSettings {
        guard options.notebooks.contains(reference) else { return RunSettings() }
        return RunSettings(fresh: options.fresh, parameters: options.settings, timeout: options.timeout)
    }

    func json(of parts: [RenderedPart], index: String) -> JSON {
        ResultJSON.object(notebooks: parts.map(\.json), page: index, times: options.timings ? session.times : nil)
    }
}
