import Foundation
import Testing
import Traffic

@Suite("The document of entropies says what is so")
struct EntropyDocumentTests {
    private static func written() throws -> String {
        try String(contentsOf: SourceFile.root.appendingPathComponent("docs/entropy.md"), encoding: .utf8)
    }

    @Test("docs/entropy.md is what entropy --describe prints: renew it with make docs")
    func current() throws {
        let described = try withTemporaryFolder { try ProgramRun(["entropy", "--describe"], in: $0) }
        #expect(described.status == 0 && described.errors.isEmpty)
        #expect(try Self.written() == described.output, "docs/entropy.md is not current: run make docs")
    }

    @Test("every column of a table is in it")
    func columns() throws {
        let text = try Self.written()
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let words = "entropy sample.pcap -q --by dst-port,src-ip+dst-port"
            for more in ["", " --normalize support,sample,alphabet --alphabet 256"] {
                let run = try ProgramRun((words + more).split(separator: " ").map(String.init), in: folder)
                let header = try #require(run.output.split(whereSeparator: \.isNewline).first)
                for name in header.split(separator: ",") { #expect(text.contains("\n| `\(name)` |"), "\(name)") }
            }
        }
    }

    @Test("every estimator and signature is in it, and the types it names are in the library")
    func names() throws {
        let text = try Self.written()
        for estimator in NamedEstimator.allCases { #expect(text.contains("\n| `\(estimator.rawValue)` |")) }
        for signature in TrafficSignature.known { #expect(text.contains("\n| \(signature.name) |")) }
        let library = SourceFile.all(below: "Sources/Traffic").flatMap(\.lines).joined(separator: "\n")
        for name in text.matches(of: /`(?<name>[A-Z][A-Za-z]+)`/).map(\.name) {
            #expect(library.contains(try Regex("(struct|enum|typealias) \(name)\\b")), "\(name)")
        }
    }
}
