import Foundation
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

    @Test("is one too where it says that it is from before 1970, or from the future", arguments: [-1e9, 9e9])
    func strangeTimes(seconds: Double) throws {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        try project.write("12", to: "inputs/new.txt")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: "\(project.path)/inputs/new.txt")
        let text = text.split(separator: "\n\n")[1].replacing("\ntry", with: "\nimport Foundation\ntry")
        #expect(try environment.run(String(text)).reports.map(\.origin) == [.ran])
        #expect(try environment.run(String(text)).reports.map(\.origin) == [.reused])
    }
}
