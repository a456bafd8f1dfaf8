import Testing

@testable import flowbook

@Suite("An argument finds its notebook")
struct NotebookLocatorTests {
    private static let names = ["00-how-this-works", "01-entropy", "02-entropy", "07-scans", "scratch"]
    private static let files: Set = ["Notebooks/01-entropy.swift", "/tmp/x.swift", "odd#name.swift"]

    private let locator = NotebookLocator(project: .current, names: names) { files.contains($0) }

    @Test(
        "by path, name, number and subject",
        arguments: [
            ("01-entropy", "Notebooks/01-entropy.swift"), ("01", "Notebooks/01-entropy.swift"),
            ("1", "Notebooks/01-entropy.swift"), ("0", "Notebooks/00-how-this-works.swift"),
            ("scans", "Notebooks/07-scans.swift"), ("scratch", "Notebooks/scratch.swift"),
            ("Notebooks/01-entropy.swift", "Notebooks/01-entropy.swift"), ("/tmp/x.swift", "/tmp/x.swift"),
            ("07-scans.swift", "Notebooks/07-scans.swift"), ("odd#name.swift", "odd#name.swift"),
        ])
    func found(argument: String, path: String) throws {
        #expect(try locator.find(argument) == NotebookReference(path: path, cell: nil))
    }

    @Test("a cell may follow")
    func cell() throws {
        let reference = try locator.find("01#ports")
        #expect(reference == NotebookReference(path: "Notebooks/01-entropy.swift", cell: "ports"))
        #expect(reference.name == "01-entropy")
    }

    @Test(
        "a mistake gets the nearest",
        arguments: [
            ("01-entrpy", LookupError.noSuchNotebook("01-entrpy", nearest: "01-entropy")),
            ("scnas", .noSuchNotebook("scnas", nearest: "07-scans")),
            ("9", .noSuchNotebook("9", nearest: nil)),
            ("Notebooks/07-scan.swift", .noSuchFile("Notebooks/07-scan.swift", nearest: "07-scans")),
            ("/tmp/nothing.swift", .noSuchFile("/tmp/nothing.swift", nearest: nil)),
            ("entropy", .ambiguous("entropy", ["01-entropy", "02-entropy"])), ("01#", .noCell("01#")),
        ])
    func mistakes(argument: String, expected: LookupError) {
        #expect(throws: expected) { try locator.find(argument) }
    }

    @Test("no argument means all, and each only once")
    func all() throws {
        #expect(try locator.findAll([]).map(\.name) == Self.names)
        #expect(try locator.findAll(["1", "01-entropy", "7"]).map(\.name) == ["01-entropy", "07-scans"])
    }

    @Test("a command on whole notebooks refuses a cell, and a folder without notebooks is an error")
    func refusals() {
        #expect(throws: LookupError.wholeNotebookExpected("01#ports")) { try locator.findAll(["01#ports"]) }
        let empty = NotebookLocator(project: .current, names: []) { _ in false }
        #expect(throws: LookupError.noNotebooks(folder: "Notebooks")) { try empty.findAll([]) }
    }
}
