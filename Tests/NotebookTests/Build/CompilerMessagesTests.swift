import Testing

@testable import Notebook

@Suite("What the compiler says of a cell")
struct CompilerMessagesTests {
    private func messages(_ output: String) -> [String] {
        CompilerMessages.parse(output, file: "ports", firstLine: 1).map {
            "\($0.line ?? 0):\($0.column ?? 0) \($0.severity) \($0.text)"
        }
    }

    @Test("comes in the order of its places, with its notes, in whatever order the compiler finds it")
    func order() {
        let parts = [
            "ports:7:4: warning: never used\n",
            "ports:3:9: error: no 'Self'\nports:1:1: note: declared here\nother:8:1: note: as well\n",
            "ports:3:2: error: no 'Result'\n",
        ]
        let expected = [
            "3:2 error no 'Result'", "3:9 error no 'Self'", "1:1 note declared here", "0:0 note as well",
            "7:4 warning never used",
        ]
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            #expect(messages(order.map { parts[$0] }.joined()) == expected)
        }
    }
}
