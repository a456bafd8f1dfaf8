import Testing

@testable import flowbook

@Suite("A new notebook gets a name of its own")
struct NewNotebookTests {
    @Test(
        "the next number, unless one is given",
        arguments: [
            ("port-scans", [], "01-port-scans"), ("rates", ["00-how", "01-entropy"], "02-rates"),
            ("05-rates", ["01-entropy"], "05-rates"), ("5-rates", [], "05-rates"), ("x", ["99-y"], "100-x"),
            ("x", ["scratch"], "01-x"),
        ] as [(String, [String], String)])
    func names(argument: String, existing: [String], expected: String) throws {
        #expect(try NewNotebook(argument, existing: existing).name.text == expected)
    }

    @Test(
        "a name that would need quoting is refused",
        arguments: ["", "a b", "../x", "x.swift", "-x", "07", "é", "a#b", "1-"])
    func invalid(name: String) {
        #expect(throws: NewNotebookError.invalidName(name)) { try NewNotebook(name, existing: []) }
    }

    @Test(
        "a number or subject that is taken is refused",
        arguments: [("01-rates", "01-entropy"), ("entropy", "01-entropy"), ("07-entropy", "01-entropy")])
    func taken(name: String, by other: String) {
        #expect(throws: NewNotebookError.taken(name, by: other)) { try NewNotebook(name, existing: [other]) }
    }

    @Test("its heading is made from its name")
    func title() throws {
        #expect(try NewNotebook("port-scans", existing: []).text.contains("\n# Port scans\n"))
    }
}
