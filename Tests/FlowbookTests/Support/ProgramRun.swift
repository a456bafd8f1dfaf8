import Foundation

/// One run of the built program, as a person starts it from a shell.
struct ProgramRun {
    let status: Int32
    let output: String
    let errors: String

    /// Runs `flowbook` with these words in a folder and waits for its end.
    ///
    /// `variables` are environment variables that differ from the test's own; `meanwhile` gets the running process.
    init(
        _ words: [String], in folder: URL, variables: [String: String] = [:],
        meanwhile: (Process) throws -> Void = { _ in }
    ) throws {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = words
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        try meanwhile(process)
        // What goes to standard error is short in these tests, so that reading one stream after the other cannot block.
        self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }

    /// The program stands beside the test bundle that runs this code.
    static var program: URL {
        let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appendingPathComponent("flowbook")
    }

    /// The one JSON value that was printed.
    func json() throws -> JSONView { try JSONDecoder().decode(JSONView.self, from: Data(output.utf8)) }
}

/// A folder that exists while `body` works in it.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("flowbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
