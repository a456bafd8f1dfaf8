import Notebook

/// A notebook on its way to its page.
struct RenderedPart {
    let reference: NotebookReference
    let woven: WovenNotebook
    /// Whether the page that is there already stays: of this notebook nothing could be read, or nothing was begun.
    let keepsPage: Bool
    /// How the program ends because of this notebook.
    let exitCode: ExitCode
    /// What went wrong.
    let findings: [Finding]
    /// What ran; nil for a file that is no notebook.
    let run: NotebookRun?
    /// The notebook and its results for a program.
    let json: JSON

    /// A notebook that has run.
    init(_ file: SourceFile, _ run: NotebookRun, _ woven: WovenNotebook, isBegun: Bool) {
        reference = file.reference
        self.run = run
        self.woven = woven
        keepsPage = !isBegun
        findings = Finding.failures(of: run) + Finding.plots(of: woven)
        exitCode = findings.isEmpty ? .success : .failure
        json = ResultJSON.notebook(file, run.reports)
    }

    /// A file that is no notebook.
    init(unreadable reference: NotebookReference, because error: any ReportableError) {
        self.reference = reference
        run = nil
        let report = error.report
        let text = (try? Files.text(reference.path)) ?? ""
        woven = WovenNotebook(
            name: reference.name, text: text,
            unreadableBecause: ([report.what, report.why].joined(separator: ": ")
                + (report.remedy.map { "; \($0)" } ?? "")),
            at: (error as? NotebookError)?.place)
        (keepsPage, findings, exitCode) = (true, [], error.exitCode)
        json = ResultJSON.unreadable(reference, error)
    }

    /// Whether the notebook's file still holds the text that was run.
    var isOfPresentText: Bool {
        guard let present = try? Files.text(reference.path) else { return true }
        return present.utf8.elementsEqual(woven.text.utf8)
    }
}
