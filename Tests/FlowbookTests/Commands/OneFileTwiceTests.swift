import Foundation
import Testing

@Suite("A command replaces none of its own files")
struct OneFileTwiceTests {
    private static let clashes = [
        "flows sample.pcap -o sample.pcap",
        "flows other.pcap sample.pcap -o ./sample.pcap",
        "flows sample.pcap -o link.pcap",
        "flows sample.pcap -o x.csv --summary sample.pcap",
        "flows sample.pcap >>sample.pcap",
        "flows - <sample.pcap -o sample.pcap",
        "flows -p packets sample.pcap -o hard.pcap",
        "entropy sample.pcap -o sample.pcap",
        "entropy sample.pcap >>sample.pcap",
        // The table would be lost to the summary.
        "flows sample.pcap -o x.csv --summary x.csv",
        "flows sample.pcap -o there.csv --summary ./there.csv",
        "flows sample.pcap -o x.csv --summary ./x.csv",
        "flows sample.pcap -o there.csv --summary - >there.csv",
        "simulate office -w x.csv --flows ./x.csv",
        "simulate office -w x.csv --truth \"$PWD\"/x.csv",
        "simulate office -w there.csv --flows - >there.csv",
    ]

    @Test("a file that would be read and written, or written twice, stays as it is", arguments: clashes)
    func clash(words: String) throws {
        try withTemporaryFolder { folder in
            let capture = SampleCapture.small
            try capture.write(to: folder)
            try capture.write(to: folder, named: "other.pcap")
            let script = "ln -s sample.pcap link.pcap; ln sample.pcap hard.pcap; touch there.csv; \"$0\" \(words)"
            let run = try ShellRun(script, in: folder)
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("flowbook: conflicting options: "))
            #expect(run.errors.contains("; name another file with --"))
            #expect(try Data(contentsOf: folder.appendingPathComponent("sample.pcap")) == Data(capture.bytes))
            #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("x.csv").path))
        }
    }

    @Test("a device may be read and written, and standard output may take both")
    func devices() throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            #expect(try ShellRun("\"$0\" flows sample.pcap -o /dev/null --summary /dev/null", in: folder).status == 0)
            #expect(try ShellRun("\"$0\" flows sample.pcap -o - --summary - >both.txt", in: folder).status == 0)
            #expect(try ShellRun("\"$0\" flows /dev/null -o /dev/null", in: folder).status == 3)
        }
    }
}
