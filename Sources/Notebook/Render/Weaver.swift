import Foundation
import Markup
import NotebookDisplay
import Synchronization

/// Makes runs of notebooks ready for their pages: draws the plots and sets the formulas, each once for each content.
package struct Weaver: Sendable {
    private let store: Store
    private let gnuplot: Result<Gnuplot, PlotError>
    private let blahtex: Blahtex
    /// Changes with every build of this program, whose code finishes the pictures.
    private let maker: String
    private let desk = PlotDesk()

    /// A weaver that finds its programs in the directories of `searchPath`, and keeps what they make in the
    /// environment's store.
    package init(_ environment: RunnerEnvironment, searchPath: String) {
        store = environment.store
        gnuplot = Result { () throws(PlotError) in
            Gnuplot(
                path: try Gnuplot.path(in: searchPath), forkServer: environment.library.forkServer,
                makeFolder: environment.store.makeWorkFolder)
        }
        blahtex = Blahtex(
            ForkServer(
                Self.program("blahtexml", in: searchPath), library: environment.library.forkServer, timeLimit: 10))
        maker = FileSignature(path: "/proc/self/exe")?.key ?? ""
    }

    /// Begins to draw the plots of a cell that has ended, while others still run.
    package func begin(_ report: CellReport, name: String) {
        for job in jobs(of: report, name: name) { begin(job) }
    }

    /// The run with its plots drawn.
    ///
    /// With `hasTimings` the page tells how each cell ran, at the price of not being the same on every run.
    package func weave(_ run: NotebookRun, name: String, text: String, hasTimings: Bool = false) -> WovenNotebook {
        let jobs = run.reports.map { self.jobs(of: $0, name: name) }
        for job in jobs.joined() { begin(job) }
        let cells = zip(run.reports, jobs).map { report, jobs in
            WovenCell(
                cell: report.cell, result: report.origin == .prose ? nil : report.result, plots: jobs.map(plot),
                timing: hasTimings ? report.timing : nil)
        }
        return WovenNotebook(name: name, text: text, cells: cells)
    }

    /// Sets a formula, or takes it from the store.
    package var formulas: FormulaConverter {
        let (store, blahtex, maker) = (store, blahtex, maker)
        return { formula throws(FormulaError) in
            let key = ContentHash(fields: ["formula", maker, formula.tex, formula.isDisplayed ? "display" : "inline"])
            if let payload = store.read(.formulas, key) { return String(decoding: payload, as: UTF8.self) }
            let markup = try blahtex.mathML(for: formula)
            try? store.write(.formulas, key, Array(markup.utf8))
            return markup
        }
    }

    /// The programs that make pages: those that draw, wherever `searchPath` leads to them, and this one.
    package static func tools(in searchPath: String) -> [String] {
        ["gnuplot", "blahtexml"].map { program($0, in: searchPath) } + ["/proc/self/exe"]
    }

    /// Where `name` is found first; the bare name, with which starting it fails, where it is not.
    private static func program(_ name: String, in searchPath: String) -> String {
        SearchPath(searchPath).program(name) ?? name
    }
}

private extension Weaver {
    struct Job: Sendable {
        var plot: Plot
        /// How the ids of the picture begin.
        var prefix: String
        /// Under which it is drawn and stored: everything that it is made from.
        var key: ContentHash
    }

    func jobs(of report: CellReport, name: String) -> [Job] {
        report.result.plots.enumerated().map { number, plot in
            let prefix = "\(name)-\(report.cell.id)-\(number + 1)"
            return Job(plot: plot, prefix: prefix, key: key(of: plot, prefix: prefix))
        }
    }

    func begin(_ job: Job) {
        desk.begin(job.key) { if store.read(.plots, job.key) == nil { _ = drawNow(job) } }
    }

    func plot(_ job: Job) -> WovenPlot {
        desk.wait(for: job.key)
        return stored(job.key) ?? drawNow(job)
    }

    func drawNow(_ job: Job) -> WovenPlot {
        do throws(PlotError) {
            let plot = try RenderedPlot(job.plot, idPrefix: job.prefix, gnuplot: gnuplot.get())
            var writer = FrameWriter()
            writer.write(plot)
            try? store.write(.plots, job.key, writer.bytes)
            return .drawn(plot)
        } catch {
            return .failed(error.description)
        }
    }

    func stored(_ key: ContentHash) -> WovenPlot? {
        guard let payload = store.read(.plots, key) else { return nil }
        var reader = FrameReader(payload)
        guard let plot = try? RenderedPlot(from: &reader) else { return nil }
        return .drawn(plot)
    }

    func key(of plot: Plot, prefix: String) -> ContentHash {
        var hasher = ContentHasher()
        hasher.field("plot")
        hasher.field(maker)
        hasher.field(prefix)
        hasher.field(Frame.output(.plot(plot)).bytes)
        return hasher.finish()
    }
}

extension RenderedPlot: FrameCodable {
    package func encode(into writer: inout FrameWriter) {
        writer.write(svg)
        writer.write(alternative)
        writer.write(data)
    }

    package init(from reader: inout FrameReader) throws(FrameError) {
        svg = try reader.read()
        alternative = try reader.read()
        data = try reader.read()
    }
}

private extension CellResult {
    var plots: [Plot] {
        items.compactMap { item in
            if case .output(.plot(let plot)) = item { plot } else { nil }
        }
    }
}

private extension CellReport {
    var timing: CellTiming? { usage.map { CellTiming(isReused: origin == .reused, usage: $0) } }
}
