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
        if let memo, !options.fresh, memo.isCurrent {
            try console.print(rendering.indexPath)
            return .success
        }
        let (named, others) = (try read(options.notebooks), try read(options.others))
        try named.compactMap(\.file).require(parameters: options.settings)
        let parts = try named.map { try part($0, settings) }
        let all = try parts + others.map { try part($0, otherSettings) }
        let pages = try write(all)
        if all.allSatisfy({ $0.exitCode == .success }) { memo?.keep(all.compactMap(\.run), pages: pages) }
        for part in parts { console.tell(part.findings, path: part.reference.path) }
        try options.json ? console.print(json(of: parts)) : console.print(rendering.indexPath)
        return parts.map(\.exitCode).max { $0.rawValue < $1.rawValue } ?? .success
    }

    /// What the command line asks for is meant for the notebooks that were named.
    var settings: RunSettings {
        RunSettings(fresh: options.fresh, parameters: options.settings, timeout: options.timeout)
    }

    /// The other notebooks are as they always are.
    var otherSettings: RunSettings { RunSettings() }

    /// Under what the pages are remembered; nil where they are not, because more than pages is asked for.
    func pageMemo() -> PageMemo? {
        guard !options.json, !options.timings else { return nil }
        var question = [options.output]
        for (references, settings) in [(options.notebooks, settings), (options.others, otherSettings)] {
            for reference in references {
                guard let bytes = try? Files.read(reference.path) else { return nil }
                question += [reference.path, String(decoding: bytes, as: UTF8.self), "\(settings.key)"]
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
            let run = try session.run(file, settings) { [rendering] in rendering.follow($0, file) }
            let woven = session.times.measure(.plots) { rendering.weave(run, file) }
            return RenderedPart(file, run, woven, isBegun: isBegun)
        }
    }

    /// Writes the pages, and the page of all.
    /// - Returns: the paths of the pages.
    mutating func write(_ parts: [RenderedPart]) throws -> [String] {
        let parts = parts.sorted { $0.woven.name < $1.woven.name }
        let pages = session.times.measure(.page) {
            rendering.pages(of: parts.filter { !$0.keepsPage }.map(\.woven), among: parts.map(\.woven))
        }
        try session.times.measure(.write) { try rendering.write(pages) }
        return pages.map(rendering.path)
    }

    func json(of parts: [RenderedPart]) -> JSON {
        ResultJSON.object(
            notebooks: parts.map(\.json), page: rendering.indexPath, times: options.timings ? session.times : nil)
    }
}
