import Foundation
import TestSupport
import Testing

@Suite("entropy measures captures")
struct EntropyTests {
    /// The columns of each row of a table in CSV, by name.
    private static func rows(_ words: [String], in folder: URL) throws -> [[String: String]] {
        let run = try ProgramRun(["entropy", "-q"] + words, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let names = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }

    @Test("a row for each window and field")
    func windows() throws {
        try withTemporaryFolder { folder in
            var capture = SampleCapture()
            for (time, port) in [(1000, 53), (1001, 80), (1010, 53), (1031, 22)] as [(Double, UInt16)] {
                capture.udp(time, from: (1, 5000), to: (2, port))
            }
            try capture.write(to: folder)
            let words = ["sample.pcap", "--by", "dst-port,src-ip", "--window", "10s"]
            let rows = try Self.rows(words, in: folder)
            #expect(rows.map { $0["field"] } == Array(repeating: ["dst-port", "src-ip"], count: 4).flatMap { $0 })
            #expect(rows.map { $0["start"] }.filter { $0 == "1030" }.count == 2)
            let ports = rows.filter { $0["field"] == "dst-port" }
            #expect(ports.map { $0["packets"] } == ["2", "1", "0", "1"])
            #expect(ports.map { $0["entropy"] } == ["1.0", "0.0", "", "0.0"])
            #expect(ports.map { $0["support"] } == ["2", "1", "0", "1"])
            #expect(ports[0]["normalized_by_support"] == "1.0")
        }
    }

    @Test("flows count once, by their beginning; initiators leave answers out")
    func populations() throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let words = ["sample.pcap", "--by", "dst-port"]
            let counts = try ["packets", "initiators", "flows"].map { population in
                try Self.rows(words + ["--of", population], in: folder)[0]["count"]
            }
            #expect(counts == ["3", "2", "2"])
        }
    }

    @Test(
        "where the clock jumps by years, empty windows are left out and counted", arguments: ["csv", "ndjson", "table"])
    func clockJump(format: String) throws {
        try withTemporaryFolder { folder in
            var capture = SampleCapture()
            for time: Double in [1000, 1003, 2_000_000_000] { capture.udp(time, from: (1, 5000), to: (2, 53)) }
            try capture.write(to: folder)
            let words = ["entropy", "sample.pcap", "--by", "dst-port", "--window", "1s", "-f", format]
            let run = try ProgramRun(words, in: folder)
            #expect(run.status == 0)
            #expect(run.output.contains("1999999000"), "the last window keeps its number")
            #expect(run.output.split(whereSeparator: \.isNewline).count <= 7)
            #expect(run.errors.contains("1,999,998,996 empty windows are left out"))
        }
    }

    @Test("JSON is an object for each row")
    func json() throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let run = try ProgramRun(["entropy", "sample.pcap", "--by", "dst-port", "--json", "-q"], in: folder)
            let row = try run.json()
            #expect(row["field"].text == "dst-port" && row["count"].number == 3 && row["support"].number == 3)
            #expect(abs((row["entropy"].number ?? 0) - log2(3)) < 1e-12)
        }
    }

    /// Whole files against the figures that tshark's fields give, and of packets with SYN and without ACK.
    static let figures: [(capture: String, words: [String], field: String, count: Int, support: Int, bits: Double)] = [
        ("synscan.pcap", [], "src-port", 2011, 10, 1.0892), ("synscan.pcap", [], "dst-port", 2011, 1002, 9.9533),
        ("synscan.pcap", [], "dst-ip", 2011, 2, 0.0704), ("vm-nmap.pcap", [], "src-port", 2002, 1001, 5.9779),
        ("gb-scan.pcapng", [], "src-port", 4000, 2001, 6.4829),
        ("udp-flood.pcap", [], "src-port", 10_000, 10_000, 13.2877),
        ("dhcp_flood.pcap", [], "src-ip", 500, 500, 8.9658),
        ("gb-scan.pcapng", ["--of", "initiators"], "dst-port", 2000, 2000, 10.9658),
        ("gb-scan.pcapng", ["--of", "initiators"], "src-port", 2000, 1, 0),
        ("gb-normal.pcapng", ["--of", "initiators"], "src-port", 200, 200, 7.6439),
        ("synscan.pcap", ["--of", "initiators"], "dst-port", 1994, 1000, 9.9645),
        ("vm-nmap.pcap", ["--of", "initiators"], "dst-port", 1000, 1000, 9.9658),
        ("vm-tcp-synflood.pcap", ["--of", "initiators", "--filter", "tcp"], "src-port", 257, 257, 8.0056),
    ]

    @Test("JSON and another format cannot both be had", arguments: [("csv", 2), ("table", 2), ("ndjson", 0)])
    func formats(name: String, status: Int32) throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let run = try ProgramRun(["entropy", "sample.pcap", "--json", "-f", name], in: folder)
            #expect(run.status == status)
            #expect(status == 0 || run.errors.contains("conflicting options: --json and --format \(name)"))
        }
    }

    @Test(
        "real captures have the entropies of tshark's fields",
        .enabled(if: SharedData.has("pcap/synscan.pcap"), "needs the shared captures"), arguments: figures.indices)
    func real(index: Int) throws {
        let expected = Self.figures[index]
        let url = try #require(SharedData.url("pcap/\(expected.capture)"))
        try withTemporaryFolder { folder in
            let row = try Self.rows([url.path, "--by", expected.field] + expected.words, in: folder)[0]
            #expect(row["count"] == "\(expected.count)")
            #expect(row["support"] == "\(expected.support)")
            #expect(abs((row["entropy"].flatMap { Double($0) } ?? .nan) - expected.bits) < 6e-5)
        }
    }

    /// The fields by tshark's names for them.
    private static let columns = [
        "src-port": "srcport", "dst-port": "dstport", "src-ip": "srcip", "dst-ip": "dstip", "length": "framelen",
    ]

    @Test(
        "every shared capture has the entropies of tshark's fields, tunnels left closed as there",
        .enabled(if: !TsharkEntropy.comparable.isEmpty, "needs the shared captures"))
    func tshark() throws {
        try withTemporaryFolder { folder in
            for expected in TsharkEntropy.comparable {
                let url = try #require(SharedData.url("pcap/\(expected.capture)"))
                let words = [url.path, "--tunnels", "outer", "--by", Self.columns.keys.joined(separator: ",")]
                for row in try Self.rows(words, in: folder) {
                    let field = Self.columns[row["field"] ?? ""] ?? ""
                    let bits = row["entropy"].flatMap { Double($0) } ?? 0
                    let difference = abs(bits - (expected.bits(of: field) ?? .nan))
                    #expect(difference <= 1e-6, "\(expected) \(field)")
                    if let support = expected.support(of: field) { #expect(row["support"] == "\(support)") }
                }
            }
        }
    }
}
