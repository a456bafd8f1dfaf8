import Foundation
import Testing

@Suite("Standard output may fail")
struct PipeTests {
    @Test("a reader who leaves is no failure")
    func closedPipe() throws {
        #expect(try status(of: "exec 3>&1; (sleep 0.2; \"$0\" --help; echo $? >&3) | true") == "0")
    }

    @Test("a full device is a failure, and is told")
    func fullDevice() throws {
        #expect(try status(of: "\"$0\" --help 2>&1 >/dev/full; echo $?").hasSuffix("no space left on device\n1"))
    }

    /// What the shell printed to its output.
    private func status(of script: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", script, ProgramRun.program.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
