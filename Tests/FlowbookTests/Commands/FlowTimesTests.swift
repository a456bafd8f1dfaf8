import Foundation
import Testing

@Suite("flows tells the same of a file and of a pipe")
struct FlowTimesTests {
    /// Two conversations, of which the one that began first goes on for longer.
    private static var crossed: SampleCapture {
        var capture = SampleCapture()
        capture.udp(1000, from: (1, 5000), to: (2, 53))
        capture.udp(1010, from: (3, 5000), to: (2, 53))
        capture.udp(1030.25, from: (1, 5000), to: (2, 53))
        return capture
    }

    @Test(
        "every profile is the same, byte for byte",
        arguments: ["flowbook", "nfstream", "zeek", "cicflowmeter", "loopback", "packets"], ["csv", "zeek"])
    func equality(profile: String, format: String) throws {
        try withTemporaryFolder { folder in
            try Self.crossed.write(to: folder)
            let file = try Self.run("\"$0\" flows sample.pcap -q -p \(profile) -f \(format)", in: folder)
            let pipe = try Self.run("cat sample.pcap | \"$0\" flows - -q -p \(profile) -f \(format)", in: folder)
            #expect(file == pipe && !file.isEmpty)
        }
    }

    @Test("times of the loopback profile count from the capture's first packet, though it has no row")
    func loopback() throws {
        try withTemporaryFolder { folder in
            try Self.crossed.write(to: folder)
            let options = "-q -p loopback --columns src_ip,first_seen --filter 'src host 192.0.2.3'"
            for script in ["\"$0\" flows sample.pcap", "cat sample.pcap | \"$0\" flows -"] {
                let table = try Self.run("\(script) \(options)", in: folder)
                #expect(table.split(whereSeparator: \.isNewline) == ["src_ip,first_seen", "192.0.2.3,10"], "\(script)")
            }
        }
    }

    /// Zeek's writer tells when it closed the log; here that is the time of the last packet.
    @Test("a log of Zeek's is opened at the first packet and closed at the last", arguments: ["zeek", "packets"])
    func zeek(profile: String) throws {
        try withTemporaryFolder { folder in
            try Self.crossed.write(to: folder)
            let log = try Self.run("\"$0\" flows sample.pcap -q -f zeek -p \(profile)", in: folder)
            #expect(log.contains("\n#open\t1970-01-01-00-16-40\n"))
            #expect(log.hasSuffix("\n#close\t1970-01-01-00-17-10\n"))
        }
    }

    @Test(
        "packets with wrong checksums are left out where that is asked for, and counted",
        arguments: ["zeek", "packets"])
    func checksums(profile: String) throws {
        try withTemporaryFolder { folder in
            try Self.crossed.write(to: folder)
            let words = ["flows", "sample.pcap", "-p", profile, "-f", "csv", "--summary", "summary.json"]
            let verified = try ProgramRun(words + ["--checksums"], in: folder)
            #expect(verified.status == 0)
            #expect(verified.output.split(whereSeparator: \.isNewline).count == 1, "the header alone")
            #expect(verified.errors.contains("0 without IP, 3 discarded"))
            #expect(verified.errors.contains("not understood whole: wrong IPv4 header checksum (3)"))
            let text = try Data(contentsOf: folder.appendingPathComponent("summary.json"))
            #expect(try JSONDecoder().decode(JSONView.self, from: text)["discarded"].number == 3)
            let plain = try ProgramRun(words, in: folder)
            #expect(plain.output.split(whereSeparator: \.isNewline).count > 1)
            #expect(!plain.errors.contains("discarded"))
        }
    }

    /// What the shell printed to its output.
    private static func run(_ script: String, in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", script, ProgramRun.program.path]
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
