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

    @Test("is told from one with the same names of which one stands for something else")
    func kinds() throws {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        let text = """
            // %% Kinds id="kinds"
            import Foundation
            let folder = opendir("inputs")
            while let entry = folder.flatMap({ readdir($0) }) { if entry.pointee.d_name.0 == 97 { print(entry.pointee.d_type) } }
            """
        func output() throws -> [Item] { try #require(environment.run(text).reports.first).result.items }
        try project.write("12", to: "inputs/a")
        #expect(try output() == [.stream(.standardOutput, "8\n")])
        try project.write(nil, to: "inputs/a")
        try FileManager.default.createDirectory(atPath: "\(project.path)/inputs/a", withIntermediateDirectories: true)
        #expect(try output() == [.stream(.standardOutput, "4\n")])
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
