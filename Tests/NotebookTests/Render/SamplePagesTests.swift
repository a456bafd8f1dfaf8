import Foundation
import Markup
import NotebookDisplay
import Testing

@testable import Notebook

@Suite("Pages of the sample notebooks")
struct SamplePagesTests {
    static let renderer = PageRenderer(formulas: Blahtex(path: "/usr/bin/blahtexml").mathML)

    static func rendered() -> [Page] {
        renderer.pages(of: Set(SampleBook.notebooks.map(\.name)), among: SampleBook.notebooks)
    }

    static let pages = rendered()

    @Test("the same notebooks give the same bytes")
    func determinism() {
        #expect(Self.rendered() == Self.pages)
    }

    @Test("every tag is closed, every attribute is there once", arguments: pages)
    func balance(page: Page) {
        #expect(PageReader(page.markup).faults == [])
    }

    @Test("no id is there twice", arguments: pages)
    func ids(page: Page) {
        let ids = PageReader(page.markup).values(of: "id")
        let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(ids.count > 3)
        #expect(twice.sorted() == [])
        #expect(ids.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) })
    }

    @Test("every link within the pages leads somewhere", arguments: pages)
    func links(page: Page) {
        let ids = Dictionary(
            uniqueKeysWithValues: Self.pages.map { ($0.fileName, Set(PageReader($0.markup).values(of: "id"))) })
        let reader = PageReader(page.markup)
        for address in reader.values(of: "href") where !address.hasPrefix("https:") && !address.hasPrefix("data:") {
            let parts = address.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
            let file = parts[0].isEmpty ? page.fileName : parts[0]
            #expect(ids[file] != nil, "\(address)")
            if parts.count == 2 { #expect(ids[file]?.contains(parts[1]) == true, "\(address)") }
        }
        for id in reader.values(of: "aria-labelledby").flatMap({ $0.split(separator: " ") }) {
            #expect(ids[page.fileName]?.contains(String(id)) == true, "\(id)")
        }
    }

    @Test("the policy names the hashes of the style sheet and the script", arguments: pages)
    func policy(page: Page) throws {
        let reader = PageReader(page.markup)
        let policy = try #require(reader.values(of: "content").first { $0.contains("default-src 'none'") })
        for element in ["style", "script"] {
            let text = try #require(reader.rawTexts[element])
            #expect(policy.contains("\(ContentSecurity.source(text))"))
        }
        #expect(!policy.contains("http"))
    }

    @Test("a page refers to nothing outside itself but by links", arguments: pages)
    func noRequests(page: Page) {
        let reader = PageReader(page.markup)
        #expect(reader.values(of: "src").allSatisfy { $0.hasPrefix("data:") })
        #expect(reader.tags.filter { $0.name == "link" }.allSatisfy { $0.attributes["href"] == "data:," })
        #expect(reader.rawTexts["style"]?.contains("url(") == false)
        #expect(reader.rawTexts["style"]?.contains("@import") == false)
        #expect(reader.tags.allSatisfy { tag in !tag.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } })
    }

    @Test("what cannot be shown is told with its cell")
    func problems() throws {
        let problems = try #require(Self.pages.first).problems
        #expect(problems.map(\.cell) == ["wrong", "wrong"])
        #expect(problems.map(\.message).contains { $0.hasPrefix("formula \"\\foo\"") })
        #expect(problems.map(\.message).contains { $0.hasPrefix("link to \"#nowhere\"") })
        #expect(problems.first?.description.hasPrefix("01-everything.swift:") == true)
        #expect(Self.pages.last?.problems.count == 2)
    }

    @Test("on the page of all, the numbers of figures and tables tell the notebook, in captions and in links")
    func numbers() throws {
        let own = try #require(Self.pages.first { $0.fileName == "02-companion.html" })
        let all = try #require(Self.pages.last)
        #expect(own.markup.contains(">Figure\u{A0}1 of “"))
        #expect(!own.markup.contains("Figure 1.1") && !own.markup.contains("Figure\u{A0}1.1"))
        #expect(all.markup.contains(">Figure\u{A0}1.1 of “"))
        #expect(all.markup.contains("<span class=\"number\">Figure 1.1.</span>"))
        #expect(!all.markup.contains("<span class=\"number\">Figure 1.</span>"))
        let names = PageReader(all.markup).values(of: "aria-label").filter { $0.hasPrefix("Data of") }
        #expect(Set(names) == ["Data of figure 1.1", "Data of figure 1.2"])
    }

    @Test(
        "the numbers are those of the names, where these tell the notebooks apart",
        arguments: [
            (["00-how", "01-entropy"], [0, 1]), (["01-a", "01-b"], [1, 2]), (["03-a", "other"], [1, 2]),
            (["2024", "7-x"], [1, 2]), ([], []),
        ])
    func notebookNumbers(names: [String], numbers: [Int]) {
        #expect(NotebookNumbers.of(names) == numbers)
    }

    @Test("the sample pages are written where the browser tests look for them")
    func writing() throws {
        let path = ProcessInfo.processInfo.environment["FLOWBOOK_SAMPLE_PAGES"]
        let directory = URL(fileURLWithPath: path ?? NSTemporaryDirectory() + "flowbook-sample-pages")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for page in Self.pages {
            let file = directory.appendingPathComponent(page.fileName)
            try Data(page.markup.utf8).write(to: file)
            #expect(try String(contentsOf: file, encoding: .utf8) == page.markup)
        }
    }
}

extension Page: CustomTestStringConvertible {
    /// Names the page in the list of tests.
    public var testDescription: String { fileName }
}
