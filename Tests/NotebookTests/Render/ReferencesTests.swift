import Markup
import NotebookDisplay
import Testing

@testable import Notebook

@Suite("Links among notebooks")
struct ReferencesTests {
    private static let outlines = [
        NotebookOutline(
            SampleNotebook(
                name: "one",
                cells: [
                    .prose("intro", "# The first\n\n## A part"),
                    .code("run", "1", title: "Run it", [.table(Table(columns: []))]),
                    .code("gone", "1") { $0.cell.options.hide = .all },
                ]
            ).woven),
        NotebookOutline(SampleNotebook(name: "two", cells: [.prose("start", "# The second")]).woven),
    ]

    @Test(
        "an address leads to a place with a name",
        arguments: [
            ("#run", "#run", "Run it", "#one/run"),
            ("#tab:run", "#tab:run", "Table\u{A0}1", "#one/tab:run"),
            ("#a-part", "#a-part", "A part", "#one/a-part"),
            ("#intro", "#intro", "The first", "#one/intro"),
            ("two.swift", "two.html", "The second", "#two"),
            ("two.swift#start", "two.html#start", "The second of “The second”", "#two/start"),
            ("one.swift#run", "#run", "Run it", "#one/run"),
        ])
    func places(address: String, apart: String, label: String, together: String) {
        let place = References(Self.outlines, .apart).meaning(of: address, in: "one")
        #expect(place == .place(address: apart, label: label))
        let onOnePage = References(Self.outlines, .together).meaning(of: address, in: "one")
        #expect(onOnePage == .place(address: together, label: label))
    }

    @Test(
        "a place that does not exist is told, with the nearest name",
        arguments: [
            ("#rum", "one.swift has no cell, heading, figure or table \"rum\"; did you mean \"run\"?"),
            ("#tab:elsewhere", "one.swift has no cell, heading, figure or table \"tab:elsewhere\""),
            ("#gone", "one.swift has no cell, heading, figure or table \"gone\""),
            ("twoo.swift", "there is no notebook twoo.swift; did you mean \"two\"?"),
            ("two.swift#nothing", "two.swift has no cell, heading, figure or table \"nothing\""),
        ])
    func unknown(address: String, reason: String) {
        #expect(References(Self.outlines, .apart).meaning(of: address, in: "one") == .unknown(reason))
    }

    @Test("other addresses are left alone", arguments: ["https://x.org/a.swift", "Sources/a.swift", "data.csv#part"])
    func ordinary(address: String) {
        #expect(References(Self.outlines, .apart).meaning(of: address, in: "one") == .ordinary)
    }
}
