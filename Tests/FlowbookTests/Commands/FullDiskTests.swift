import Foundation
import Testing

@Suite("render on a full disk")
struct FullDiskTests {
    /// Mounts a file system of this many kilobytes for `body`.
    private func withDisk(kilobytes: Int, at folder: URL, _ body: () throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try #require(Self.shell("mount -t tmpfs -o size=\(kilobytes)k tmpfs '\(folder.path)'") == 0)
        defer { _ = try? Self.shell("umount '\(folder.path)'") }
        try body()
    }

    private static func shell(_ command: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command + " 2>/dev/null"]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Whether the machine lets us mount a small disk, which takes root and more.
    private static let mayMount: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        let mounted = try? shell("mkdir '\(folder)' && mount -t tmpfs -o size=16k tmpfs '\(folder)'")
        _ = try? shell("umount '\(folder)'; rmdir '\(folder)'")
        return mounted == 0
    }()

    @Test("no page changes when not all of them fit", .enabled(if: mayMount, "no small disk can be mounted here"))
    func pages() throws {
        let project = try SmallProject(["01-a": "// %% A\n1\n", "02-b": "// %% B\n2\n"])
        let output = project.folder.appendingPathComponent("output")
        try withDisk(kilobytes: 48, at: output) {
            try Data("before".utf8).write(to: output.appendingPathComponent("01-a.html"))
            let run = try project.run("render")
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("flowbook: cannot write: output/"))
            #expect(run.errors.contains("no space left on device; make room"))
            #expect(try project.names(in: "output") == ["01-a.html"])
            #expect(project.page("01-a") == "before")
        }
    }

    @Test(
        "a store without room ends the render in one line, and more room mends it",
        .enabled(if: mayMount, "no small disk can be mounted here"), arguments: [16, 32, 64])
    func store(kilobytes: Int) throws {
        let project = try SmallProject(["01-a": "// %% A\nlet a = 1\n\n// %% B\na + 1\n"])
        let store = project.folder.appendingPathComponent(".flowbook")
        try withDisk(kilobytes: kilobytes, at: store) {
            let run = try project.run("render")
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("flowbook: cannot write: "))
            #expect(run.errors.contains("no space left on device"))
            #expect(run.errors.filter { $0 == "\n" }.count == 1)
            #expect(project.page("01-a") == nil)
        }
        #expect(try project.run("render").status == 0)
    }
}
