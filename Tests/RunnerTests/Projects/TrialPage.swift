@testable import Notebook

/// A notebook that was run and rendered as the command does it.
struct TrialPage {
    let run: NotebookRun
    let markup: String

    /// Runs what of `text` has to run, and renders the page.
    init(
        _ text: String, _ runner: NotebookRunner, settings: RunSettings = RunSettings(),
        interruption: Interruption? = nil
    ) throws {
        let notebook = try Notebook(parsing: text, name: "Notebooks/trial.swift")
        run = try runner.run(notebook, settings, interruption: interruption ?? Interruption())
        let weaver = Weaver(runner.environment, searchPath: runner.environment.variables["PATH"] ?? "")
        let woven = weaver.weave(run, name: "trial", text: text, hasTimings: false)
        markup = PageRenderer(formulas: weaver.formulas).page(of: woven).markup
    }

    /// Runs `text` with a runner that is closed afterwards.
    init(_ text: String, in environment: RunnerEnvironment, settings: RunSettings = RunSettings()) throws {
        let runner = NotebookRunner(environment)
        defer { runner.close() }
        try self.init(text, runner, settings: settings)
    }

    /// What became of each cell, for messages: `c3 ran (new or edited)`.
    var account: String {
        run.reports.map { "  \($0.cell.id): \($0.origin) (\($0.reason)) \($0.result.status)" }.joined(separator: "\n")
    }
}

/// Where two pages part.
struct PageDifference: CustomStringConvertible {
    let description: String

    /// Nil for equal pages.
    init?(_ found: String, expected: String) {
        guard found != expected else { return nil }
        let common = zip(found.utf8, expected.utf8).prefix { $0 == $1 }.count
        description = "found    …\(Self.excerpt(found, common))…\nexpected …\(Self.excerpt(expected, common))…"
    }

    private static func excerpt(_ text: String, _ position: Int) -> String {
        String(decoding: Array(text.utf8)[max(0, position - 120)..<min(text.utf8.count, position + 160)], as: UTF8.self)
    }
}
