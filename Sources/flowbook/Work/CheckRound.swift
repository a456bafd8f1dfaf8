import Notebook

/// One run of notebooks from an empty store.
struct CheckRound {
    /// A notebook's results and its page.
    struct Checked {
        let run: NotebookRun
        let woven: WovenNotebook
        let page: Page
    }

    /// In the order of the files.
    let notebooks: [Checked]

    /// Runs `files`; nothing of it is left behind. Links may lead to the notebooks in `others` besides.
    init(
        _ files: [SourceFile], _ settings: RunSettings, _ others: [WovenNotebook], within session: Session,
        _ console: Console
    ) throws {
        var round = try Session(console, within: session)
        defer { round.close() }
        let weaver = round.workshop.weaver
        let runs = try files.map { try round.run($0, settings) }
        let woven = zip(runs, files).map { run, file in
            weaver.weave(run, name: file.reference.name, text: file.text)
        }
        let renderer = PageRenderer(formulas: weaver.formulas)
        notebooks = zip(runs, woven).map { run, notebook in
            Checked(run: run, woven: notebook, page: renderer.page(of: notebook, among: woven + others))
        }
    }
}
