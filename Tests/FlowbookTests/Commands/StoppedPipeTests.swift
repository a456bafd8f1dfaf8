import Foundation
import Testing

@Suite("Ctrl-C ends the reading of a pipe")
struct StoppedPipeTests {
    /// Starts `words` on a pipe that holds a capture and stays open, does `then` to the process `$P`, and prints the
    /// status and the files.
    private static func run(_ words: String, then: String) throws -> ShellRun {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let script = """
                mkfifo pipe; exec 7<>pipe; cat sample.pcap >&7
                "$0" \(words) & P=$!
                until ls x.csv.* >ls.txt 2>&1; do sleep 0.05; done; rm ls.txt
                sleep 0.5; \(then); wait $P; echo $?; ls
                """
            return try ShellRun(script, in: folder)
        }
    }

    @Test(
        "with all that came, though no more comes", .timeLimit(.minutes(1)),
        arguments: ["flows -q pipe -o x.csv", "flows -q -p packets pipe -o x.csv", "entropy -q pipe -o x.csv"],
        ["INT", "TERM", "HUP"])
    func first(words: String, signal: String) throws {
        let run = try Self.run(words, then: "kill -\(signal) $P")
        #expect(run.output == "0\npipe\nsample.pcap\nx.csv\n")
        #expect(run.errors.isEmpty)
    }

    @Test("and writes nothing where a file beside the pipe may not have been read whole", .timeLimit(.minutes(1)))
    func besideFile() throws {
        let run = try Self.run("flows -q sample.pcap pipe -o x.csv", then: "kill -TERM $P")
        #expect(run.output == "1\npipe\nsample.pcap\n")
        #expect(run.errors.contains("interrupted: x.csv: not written"))
    }

    @Test("and a second one leaves no unfinished file behind", .timeLimit(.minutes(1)))
    func second() throws {
        // Whether the first has already brought the work to its end when the second comes is left to chance.
        let run = try Self.run("flows -q pipe -o x.csv", then: "kill -INT $P; kill -INT $P")
        #expect(
            run.output.hasPrefix("0\npipe\nsample.pcap\nx.csv\n") || run.output.hasPrefix("130\npipe\nsample.pcap\n"))
        #expect(!run.output.contains("part"), "\(run.output)")
    }
}
