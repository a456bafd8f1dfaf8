import Foundation
import TestSupport
import Testing

@Suite("flows turns captures into tables")
struct FlowsTests {
    /// Runs the program in a folder that holds `sample.pcap`.
    private func run(_ words: String..., body: (URL, ProgramRun) throws -> Void) throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            try body(folder, ProgramRun(["flows"] + words, in: folder))
        }
    }

    private func rows(_ text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("a row for each flow, as CSV in a pipe, and the summary on standard error")
    func csv() throws {
        let columns = "initiator_address,initiator_port,responder_port,protocol,both_packets,both_network_bytes,end"
        try run("sample.pcap", "--columns", columns) { _, run in
            #expect(run.status == 0)
            let table = rows(run.output)
            #expect(table[0] == columns.split(separator: ",").map(String.init))
            let expected: Set = [
                ["192.0.2.1", "5000", "53", "17", "2", "96", "end of capture"],
                ["192.0.2.3", "40000", "80", "6", "1", "40", "end of capture"],
            ]
            #expect(Set(table.dropFirst()) == expected)
            #expect(run.errors.hasPrefix("3 packets in "))
            #expect(run.errors.contains("3 metered, 0 without IP"))
            #expect(run.errors.contains("2 flows: 2 end of capture"))
        }
    }

    @Test(
        "the format follows the option, else the file's name",
        arguments: [
            (["-o", "x.csv"], "initiator_address,"), (["-o", "x.ndjson"], "{\"initiator_address\":"),
            (["-o", "x.log"], "#separator \\x09\n"), (["-o", "x"], "initiator_address,"),
            (["-o", "x.csv", "-f", "ndjson"], "{\"initiator_address\":"), (["-o", "x.txt"], "initiator "),
        ])
    func formats(words: [String], beginning: String) throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let run = try ProgramRun(["flows", "sample.pcap", "-q"] + words, in: folder)
            #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
            let text = try String(contentsOf: folder.appendingPathComponent(words[1]), encoding: .utf8)
            #expect(text.hasPrefix(beginning), "\(text)")
        }
    }

    @Test(
        "every profile makes a table whose header has its columns",
        arguments: ["flowbook", "nfstream", "zeek", "cicflowmeter", "loopback", "packets"])
    func profiles(name: String) throws {
        try run("sample.pcap", "-p", name, "-q") { folder, run in
            #expect(run.status == 0)
            let listed = try ProgramRun(["flows", "-p", name, "--list-columns"], in: folder).output
            let names = listed.split(separator: "\n").filter { !$0.hasPrefix(" ") }
                .compactMap { $0.split(separator: "  ").first.map(String.init) }
            #expect(rows(run.output)[0] == names)
        }
    }

    @Test("a row for each packet")
    func packets() throws {
        try run("sample.pcap", "-p", "packets", "-q") { _, run in
            let table = rows(run.output)
            #expect(table[0] == ["timestamp", "src_ip", "dst_ip", "src_port", "dst_port", "protocol", "length"])
            #expect(table[1] == ["1000", "192.0.2.1", "192.0.2.2", "5000", "53", "UDP", "38"])
            #expect(table[2] == ["1000.5", "192.0.2.2", "192.0.2.1", "53", "5000", "UDP", "58"])
            #expect(table[3] == ["1001", "192.0.2.3", "192.0.2.2", "40000", "80", "TCP", "40"])
        }
    }

    @Test(
        "the options change what a flow is",
        arguments: [
            ([], 2), (["--unidirectional"], 3), (["--idle-timeout", "400ms"], 3), (["--idle-timeout", "0.5"], 3),
            (["--active-timeout", "300ms"], 3), (["--idle-timeout", "600ms"], 2), (["--filter", "udp"], 1),
            (["--filter", "tcp port 80"], 1), (["--threads", "1"], 2), (["--capacity", "1"], 2),
        ])
    func options(words: [String], flows: Int) throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let run = try ProgramRun(["flows", "sample.pcap", "-q"] + words, in: folder)
            #expect(rows(run.output).count == flows + 1)
        }
    }

    @Test("several files are one capture; those that cannot be read are told, and the others metered")
    func several() throws {
        try withTemporaryFolder { folder in
            var (first, second) = (SampleCapture(), SampleCapture())
            first.udp(1000, from: (1, 5000), to: (2, 53))
            second.udp(1001, from: (2, 53), to: (1, 5000))
            try first.write(to: folder, named: "a.pcap")
            try second.write(to: folder, named: "b.pcap")
            let whole = try ProgramRun(["flows", "a.pcap", "b.pcap", "--columns", "both_packets", "-q"], in: folder)
            #expect(whole.status == 0)
            #expect(rows(whole.output) == [["both_packets"], ["2"]])
            let words = ["flows", "a.pcap", "none.pcap", "b.pcap", "--columns", "both_packets", "-q"]
            let partial = try ProgramRun(words, in: folder)
            #expect(partial.status == 3)
            #expect(partial.output == whole.output)
            #expect(partial.errors.hasPrefix("flowbook: cannot read: none.pcap"))
        }
    }

    @Test("a damaged file gives what could be read, a warning, and success")
    func damaged() throws {
        try withTemporaryFolder { folder in
            let bytes = SampleCapture.small.bytes.dropLast(7)
            try Data(bytes).write(to: folder.appendingPathComponent("cut.pcap"))
            let run = try ProgramRun(["flows", "cut.pcap", "--columns", "both_packets", "-q"], in: folder)
            #expect(run.status == 0)
            #expect(rows(run.output) == [["both_packets"], ["2"]])
            #expect(run.errors.hasPrefix("flowbook: warning: cut.pcap: record 3 at byte "))
        }
    }

    @Test("standard input is read for -")
    func standardInput() throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let run = try ShellRun("cat sample.pcap | \"$0\" flows - -q --columns both_packets", in: folder)
            #expect(run.status == 0)
            #expect(rows(run.output).count == 3)
        }
    }

    @Test("a file is replaced whole, or stays as it was")
    func whole() throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let url = folder.appendingPathComponent("flows.csv")
            try Data("before".utf8).write(to: url)
            #expect(try ProgramRun(["flows", "none.pcap", "-o", "flows.csv"], in: folder).status == 3)
            #expect(try Data(contentsOf: url) == Data("before".utf8))
            #expect(try ProgramRun(["flows", "sample.pcap", "-o", "flows.csv"], in: folder).status == 0)
            #expect(try String(contentsOf: url, encoding: .utf8).hasPrefix("initiator_address"))
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names.sorted() == ["flows.csv", "sample.pcap"])
        }
    }

    @Test("the summary for programs accounts for every packet")
    func summary() throws {
        try run("sample.pcap", "-q", "--summary", "summary.json", "--filter", "udp") { folder, run in
            let data = try Data(contentsOf: folder.appendingPathComponent("summary.json"))
            let summary = try JSONDecoder().decode(JSONView.self, from: data)
            #expect(run.errors.isEmpty)
            #expect(summary["frames"].number == 3)
            #expect(summary["filteredOut"].number == 1)
            #expect(summary["metered"].number == 2)
            #expect(summary["flows"]["ends"]["end of capture"].number == 1)
            #expect(summary["warnings"].list.isEmpty && summary["unreadable"].list.isEmpty)
        }
    }

    @Test("packets that the capture has no time for are told")
    func timeless() throws {
        try withTemporaryFolder { folder in
            try SampleCapture.timeless.write(to: folder, named: "x.pcapng")
            let run = try ProgramRun(["flows", "x.pcapng", "-o", "x.csv", "--summary", "s.json"], in: folder)
            #expect(run.errors.hasPrefix("1 packet in "))
            #expect(
                run.errors.contains("\n  without a time in the capture, so that they count as of 1970: 1\n1 flow: "))
            let data = try Data(contentsOf: folder.appendingPathComponent("s.json"))
            #expect(try JSONDecoder().decode(JSONView.self, from: data)["framesWithoutTime"].number == 1)
        }
    }

    @Test(
        "packets of a real capture are all accounted for",
        .enabled(if: SharedData.has("pcap/ndpi-mix.pcap"), "needs the shared captures"))
    func accounted() throws {
        try withTemporaryFolder { folder in
            let capture = try #require(SharedData.url("pcap/ndpi-mix.pcap")).path
            let run = try ProgramRun(["flows", capture, "-o", "x.csv", "--summary", "s.json"], in: folder)
            #expect(run.status == 0)
            let data = try Data(contentsOf: folder.appendingPathComponent("s.json"))
            let summary = try JSONDecoder().decode(JSONView.self, from: data)
            #expect(summary["frames"].number == 69_785)
            #expect((summary["metered"].number ?? 0) + (summary["withoutIP"].number ?? 0) == 69_785)
            let table = try String(contentsOf: folder.appendingPathComponent("x.csv"), encoding: .utf8)
            #expect(Double(rows(table).count - 1) == summary["flows"]["count"].number)
        }
    }
}
