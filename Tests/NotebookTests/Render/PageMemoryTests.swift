import Markup
import NotebookDisplay
import Testing

@testable import Notebook

@Suite("What a renderer remembers of earlier pages")
struct PageMemoryTests {
    private static func renderer() -> PageRenderer {
        PageRenderer { formula throws(FormulaError) in "<mi>\(formula.tex)</mi>" }
    }

    private static func notebook(_ source: String, _ value: String) -> WovenNotebook {
        let table = Table { NotebookDisplay.Column("Value", [value]) }
        return SampleNotebook(name: "nb", cells: [.code("a", source, [.table(table)])]).woven
    }

    /// The bytes of all pages; texts can be equal where bytes are not.
    private static func bytes(_ notebook: WovenNotebook, by renderer: PageRenderer) -> [UInt8] {
        renderer.pages(of: ["nb"], among: [notebook]).flatMap { Array($0.markup.utf8) }
    }

    @Test(
        "an edit to a text that is equal but has other bytes is seen",
        arguments: [("caf\u{E9}()", "same", "cafe\u{301}()", "same"), ("code()", "\u{E9}", "code()", "e\u{301}")])
    func equalButDifferent(source: String, value: String, editedSource: String, editedValue: String) {
        let renderer = Self.renderer()
        let before = Self.bytes(Self.notebook(source, value), by: renderer)
        let edited = Self.notebook(editedSource, editedValue)
        let after = Self.bytes(edited, by: renderer)
        let isSeen = before != after
        #expect(isSeen)
        let isFresh = after == Self.bytes(edited, by: Self.renderer())
        #expect(isFresh)
    }

    @Test("a notebook's own page is the same alone and with the page of all")
    func ownPage() {
        let notebook = Self.notebook("one()", "1")
        let pages = Self.renderer().pages(of: ["nb"], among: [notebook])
        #expect(pages.map(\.fileName) == ["nb.html", "index.html"])
        let isSame = pages[0] == Self.renderer().page(of: notebook, among: [notebook])
        #expect(isSame)
    }
}
