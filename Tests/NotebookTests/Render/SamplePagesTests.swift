import Foundation
import Markup
import NotebookDisplay
import Testing

@testable import Notebook

@Suite("Pages of the sample notebooks")
struct SamplePagesTests {
    static let renderer = PageRenderer(formulas: Blahtex(path: "/usr/bin/blahtexml").mathML)
    static let pages =
        SampleBook.notebooks.map { renderer.page(of: $0, among: SampleBook.notebooks) }
        + [renderer.index(of: SampleBook.notebooks)]

    @Test("the sample pages are written for the browser to be tried on them")
    func pagesAreWritten() throws {
        let path =
            ProcessInfo.processInfo.environment["FLOWBOOK_SAMPLE_PAGES"] ?? NSTemporaryDirectory() + "flowbook-pages"
        let directory = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for page in Self.pages {
            let file = directory.appendingPathComponent(page.fileName)
            try Data(page.markup.utf8).write(to: file)
            #expect(try String(contentsOf: file, encoding: .utf8) == page.markup)
        }
    }
}
