import Testing

@Suite("Arrows point one way")
struct ImportsTests {
    /// What each target may import. The pure ones name the C library for its mathematics only. The runner and the
    /// command are the edge: Foundation gives them files, processes, the environment and the time of day.
    private static let allowed: [String: Set<String>] = [
        "Traffic": ["Glibc"],
        "TrafficCapture": ["Glibc", "Traffic"],
        "NotebookDisplay": ["Glibc"],
        "NotebookKernel": [
            "CKernel", "CSystem", "Glibc", "NotebookDisplay", "Synchronization", "Traffic", "TrafficCapture",
        ],
        "Markup": ["CMarkdown", "Glibc", "SwiftIDEUtils", "SwiftParser", "SwiftSyntax"],
        "Notebook": [
            "CSodium", "CSystem", "Foundation", "Glibc", "Markup", "NotebookDisplay", "SwiftIDEUtils",
            "SwiftParser", "SwiftSyntax", "Synchronization",
        ],
        "flowbook": [
            "Dispatch", "Foundation", "Glibc", "Notebook", "NotebookDisplay", "Synchronization", "Traffic",
            "TrafficCapture",
        ],
    ]

    private static let files = SourceFile.all(below: "Sources")

    @Test("every target has its list of imports")
    func listed() {
        #expect(Set(Self.files.map(\.target)) == Set(Self.allowed.keys))
    }

    @Test("a file imports only what its target may", arguments: files)
    func imports(file: SourceFile) {
        let others = Set(file.imports).subtracting(Self.allowed[file.target] ?? [])
        #expect(others.isEmpty, "\(file.path) imports \(others.sorted()): move the code, or widen the list on purpose")
    }

    @Test(
        "an import is recognised in every form, and quoted text is not",
        arguments: [
            ("import Glibc", ["Glibc"]), ("internal import CSodium", ["CSodium"]),
            ("@testable import flowbook", ["flowbook"]),
            ("@preconcurrency public import struct Traffic.Flow", ["Traffic"]), ("    import Traffic", []),
            ("// import Traffic", []), ("important", []),
        ])
    func forms(line: String, expected: [String]) {
        #expect(SourceFile(path: "", lines: [line[...]]).imports == expected)
    }
}
