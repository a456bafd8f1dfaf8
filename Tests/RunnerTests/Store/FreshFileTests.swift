import Testing

@testable import Notebook

@Suite("A file or folder that has changed a moment before")
struct FreshFileTests {
    private let text = """
        // %% Write id="write"
        import Foundation
        try "12".write(toFile: "inputs/new.txt", atomically: false, encoding: .utf8)

        // %% Read id="read"
        try String(contentsOfFile: "inputs/new.txt", encoding: .utf8)

        // %% List id="list"
        try FileManager.default.contentsOfDirectory(atPath: "inputs")
        """

    @Test("is an input like any other: the result is kept, and found again")
    func kept() throws {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        #expect(try environment.run(text).reports.map(\.origin) == [.ran, .ran, .ran])
        #expect(try environment.run(text).reports.map(\.origin) == [.reused, .reused, .reused])
    }
}
