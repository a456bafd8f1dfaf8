import Foundation
import Testing

@Suite("watch sees what becomes of the files that cells use", .serialized)
struct WatchFilesTests {
    private static let listing = """
        // %% id="names"
        import Foundation
        print((try? FileManager.default.contentsOfDirectory(atPath: "data").sorted()) ?? ["none"])
        """
    private static let reading = """
        // %% id="text"
        import Foundation
        print((try? String(contentsOfFile: "data/x.txt", encoding: .utf8)) ?? "none")
        """

    @Test("a file that comes into or leaves a folder that a cell lists")
    func listedFolder() throws {
        let project = try FilesProject(Self.listing)
        try project.change("mkdir data && touch data/a")
        let watch = try project.watch()
        project.expect("[&quot;a&quot;]", in: watch)
        try project.change("touch data/b")
        project.expect("[&quot;a&quot;, &quot;b&quot;]", in: watch)
        try project.change("rm -r data")
        project.expect("[&quot;none&quot;]", in: watch)
        try project.change("mkdir data && touch data/c")
        project.expect("[&quot;c&quot;]", in: watch)
    }

    @Test("a file in a folder that is made only later, and that is replaced by another")
    func replacedFolder() throws {
        let project = try FilesProject(Self.reading)
        let watch = try project.watch()
        project.expect("none", in: watch)
        try project.change("mkdir data && echo first > data/x.txt")
        project.expect("first", in: watch)
        try project.change("rm -rf data; mkdir data; echo second > data/x.txt")
        project.expect("second", in: watch)
        try project.change("mv data old; mkdir data; echo third > data/x.txt")
        project.expect("third", in: watch)
        try project.change("echo fourth > data/x.txt")
        project.expect("fourth", in: watch)
    }

    @Test("a file behind a link, and the link when it leads elsewhere")
    func link() throws {
        let project = try FilesProject(Self.reading)
        try project.change("mkdir one two; echo first > one/x.txt; echo third > two/x.txt; ln -s one data")
        let watch = try project.watch()
        project.expect("first", in: watch)
        try project.change("echo second > one/x.txt")
        project.expect("second", in: watch)
        try project.change("ln -sfn two data")
        project.expect("third", in: watch)
        try project.change("echo fourth > two/x.txt")
        project.expect("fourth", in: watch)
    }
}

/// A project of one notebook whose folder changes.
private struct FilesProject {
    private let small: SmallProject

    init(_ notebook: String) throws { small = try SmallProject(["trial": notebook]) }

    func watch() throws -> RunningWatch { try RunningWatch(in: small) }

    /// Lets a shell change the folder.
    func change(_ command: String) throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", command]
        shell.currentDirectoryURL = small.folder
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
    }

    /// Waits until the output of the cell is this one, which it must become.
    func expect(_ output: String, in watch: RunningWatch) {
        let text = "<samp>\(output)"
        for _ in 0..<3000 where small.page("trial")?.contains(text) != true { usleep(10_000) }
        #expect(small.page("trial")?.contains(text) == true, "\(output)")
    }
}
