import Foundation
import Testing

@Suite("Standard streams may be closed")
struct StandardStreamsTests {
    /// A line of shell in a folder with a capture that is cut within its last packet.
    private static func run(_ script: String, _ body: (ShellRun, URL) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let url = try SampleCapture.small.write(to: folder)
            try Data(contentsOf: url).dropLast(3).write(to: folder.appendingPathComponent("cut.pcap"))
            try body(ShellRun(script, in: folder), folder)
        }
    }

    @Test(
        "a warning that nobody can hear does not come into the file", arguments: ["2>&-", "2>&- <&-", ">&- 2>&- <&-"])
    func errors(closing: String) throws {
        for words in ["flows cut.pcap --columns end", "entropy cut.pcap"] {
            try Self.run("\"$0\" \(words) -o out.csv \(closing)") { run, folder in
                #expect(run.status == 0)
                let written = try String(contentsOf: folder.appendingPathComponent("out.csv"), encoding: .utf8)
                #expect(written.hasPrefix("end\r\n") || written.hasPrefix("window,"), "\(written)")
            }
        }
    }

    @Test("a closed standard input or output is told as such")
    func inputAndOutput() throws {
        try Self.run("\"$0\" flows - <&-") { run, _ in
            #expect(run.status == 3)
            #expect(run.errors.contains("cannot read: standard input: cannot read: Bad file descriptor"))
        }
        try Self.run("\"$0\" flows sample.pcap >&-") { run, _ in
            #expect(run.status == 1)
            #expect(run.errors.contains("cannot write: standard output: cannot write: Bad file descriptor"))
        }
    }

    @Test("a file that may grow no further is a failure that is told, and leaves nothing behind")
    func sizeLimit() throws {
        let script = "ulimit -f 0; \"$0\" flows sample.pcap -o out.csv 2>&1 | cat; echo ${PIPESTATUS[0]}; ls"
        try Self.run(script) { run, _ in
            #expect(run.output.hasPrefix("flowbook: cannot write: out.csv: cannot write: File too large"))
            #expect(run.output.hasSuffix("\n1\ncut.pcap\nsample.pcap\n"))
        }
    }
}
