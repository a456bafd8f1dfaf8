import Foundation
import Markup
import Synchronization

/// Turns notebooks and what came of their cells into pages.
///
/// A pure function: the same notebooks give the same bytes, whatever ran, was reused or failed on the way to them.
/// Pages hold no date, no version and no path; times only where a cell carries its `timing`.
///
///     let renderer = PageRenderer(formulas: Blahtex(path: "/usr/bin/blahtexml").mathML)
///     let pages = renderer.pages(of: ["01-entropy"], among: notebooks)    // 01-entropy.html, index.html
package struct PageRenderer: Sendable {
    private let formulas: FormulaRenderer
    /// What is the same on both pages, and on the next ones for all cells but the edited.
    private let memos = PageMemos()

    /// A renderer that asks `formulas` for the MathML of each formula; it may be asked for the same one many times.
    package init(formulas: @escaping FormulaConverter) {
        self.formulas = FormulaRenderer(convert: formulas)
    }

    /// The page of one notebook, whose links may lead to the others.
    /// - Complexity: O(*n*) in the size of all the notebooks.
    package func page(of notebook: WovenNotebook, among others: [WovenNotebook] = []) -> Page {
        let outline = NotebookOutline(notebook)
        return page(
            of: outline, among: others.filter { $0.name != notebook.name }.map(NotebookOutline.init) + [outline])
    }

    /// The pages of the notebooks with these names, and last the page of all, written on all processors at once.
    /// - Complexity: O(*n*) in the size of all the notebooks.
    package func pages(of names: Set<String>, among all: [WovenNotebook]) -> [Page] {
        let outlines = all.map(NotebookOutline.init)
        let wanted = outlines.filter { names.contains($0.name) }
        let written = Mutex<[Int: Page]>([:])
        DispatchQueue.concurrentPerform(iterations: wanted.count + 1) { number in
            let page = number < wanted.count ? page(of: wanted[number], among: outlines) : index(of: outlines)
            written.withLock { $0[number] = page }
        }
        return written.withLock { written in written.sorted { $0.key < $1.key }.map(\.value) }
    }

    private func page(of outline: NotebookOutline, among outlines: [NotebookOutline]) -> Page {
        let references = References(outlines, .apart)
        var writer = NotebookWriter(outline: outline, surroundings: surroundings(references, headingShift: 0))
        let article = writer.article()
        let frame = PageFrame(
            title: outline.title, contents: ContentsList(of: outline, references: references, isNested: false),
            body: article, path: [PageFrame.Step(text: "Notebooks", address: "index.html"), .init(text: outline.name)],
            holdsFrames: outline.holdsFrames)
        return Page(fileName: "\(outline.name).html", markup: frame.markup, problems: writer.problems)
    }

    /// The page of all notebooks, each in full and in the given order. Where they are several, the numbers of tables
    /// and figures tell the notebook too.
    private func index(of notebooks: [NotebookOutline]) -> Page {
        let numbers = NotebookNumbers.of(notebooks.map(\.name))
        let outlines = notebooks.count > 1 ? zip(notebooks, numbers).map { $0.numbered($1) } : notebooks
        let references = References(outlines, .together)
        var problems: [PageProblem] = []
        var body = HTML("h1") { "Notebooks" }
        for outline in outlines {
            var writer = NotebookWriter(outline: outline, surroundings: surroundings(references, headingShift: 1))
            body.append(writer.article())
            problems += writer.problems
        }
        let contents = outlines.map { ContentsList(of: $0, references: references, isNested: true) }
        let frame = PageFrame(
            title: "Notebooks", contents: ContentsList(contents), body: body, path: [.init(text: "Notebooks")],
            isCollection: true, holdsFrames: outlines.contains(where: \.holdsFrames))
        return Page(fileName: "index.html", markup: frame.markup, problems: problems)
    }

    private func surroundings(_ references: References, headingShift: Int) -> Surroundings {
        Surroundings(
            references: references, formulas: formulas, memos: memos, headingShift: headingShift)
    }
}

/// What a notebook needs to know about the page it is written into.
struct Surroundings: Sendable {
    var references: References
    var formulas: FormulaRenderer
    var memos: PageMemos
    /// 0 on a page of its own, 1 below the heading of all notebooks.
    var headingShift: Int

    /// Whether all notebooks are on the page.
    var isCollection: Bool { headingShift > 0 }
}
