import Foundation
import Testing

@Suite("simulate makes labelled traffic")
struct SimulateTests {
    private static let words = [
        "simulate", "office,vertical-scan@1m+30s,backup@2m+30s*0.02,cdn-browsing@3m+20s,brute-force@4m+20s,worm@5m+20s",
        "--seed", "7", "--duration", "6m", "--hosts", "8", "-q",
    ]

    private static func rows(_ url: URL) throws -> [[String]] {
        try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func simulate(_ more: [String], in folder: URL) throws {
        let run = try ProgramRun(words + more, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.isEmpty && run.errors.isEmpty)
    }

    @Test("the flows are those that metering the packets gives, with labels, however they are made")
    func flows() throws {
        try withTemporaryFolder { folder in
            try Self.simulate(["-w", "a.pcap", "--flows", "both.csv", "--truth", "truth.csv"], in: folder)
            try Self.simulate(["--flows", "alone.csv"], in: folder)
            #expect(try ProgramRun(["flows", "a.pcap", "-q", "-o", "metered.csv"], in: folder).status == 0)
            let labelled = try Self.rows(folder.appendingPathComponent("both.csv"))
            #expect(try labelled == Self.rows(folder.appendingPathComponent("alone.csv")))
            #expect(labelled[0].suffix(3) == ["episode", "label", "kind"])
            #expect(
                try labelled.map { Array($0.dropLast(3)) }
                    == Self.rows(folder.appendingPathComponent("metered.csv")))
            let truth = try Self.rows(folder.appendingPathComponent("truth.csv"))
            let kinds = truth.dropFirst().map { $0[2] }
            #expect(
                kinds == [
                    "baseline", "vertical-scan", "backup", "cdn-browsing", "brute-force", "worm",
                ])
            #expect(truth.dropFirst().map { $0[1] } == ["benign", "attack", "benign", "benign", "attack", "attack"])
            for row in truth.dropFirst() { #expect(labelled.contains { Array($0.suffix(3)) == Array(row.prefix(3)) }) }
        }
    }

    @Test("the same words give the same bytes, under any hash seed, and another seed others")
    func determinism() throws {
        try withTemporaryFolder { folder in
            for (name, more) in [("a", []), ("b", []), ("c", ["--seed", "8"])] {
                try Self.simulate(["-w", name] + more, in: folder)
            }
            let bytes = try ["a", "b", "c"].map { try Data(contentsOf: folder.appendingPathComponent($0)) }
            #expect(bytes[0] == bytes[1] && bytes[0] != bytes[2])
        }
    }

    private static let tshark = ["/usr/bin/tshark", "/usr/local/bin/tshark"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test("tshark finds nothing malformed and every checksum right", .enabled(if: tshark != nil, "needs tshark"))
    func dissection() throws {
        try withTemporaryFolder { folder in
            try Self.simulate(["-w", "a.pcap"], in: folder)
            let checks = ["ip", "tcp", "udp"].map { "-o \($0).check_checksum:TRUE" }.joined(separator: " ")
            let filter = "_ws.malformed or _ws.expert.severity == error or frame.time_delta < 0"
            let wrong = ["ip", "tcp", "udp"].map { "\($0).checksum.status == 0" }.joined(separator: " or ")
            let script = "\(Self.tshark ?? "") -n -r a.pcap \(checks) -Y '\(filter) or \(wrong)' 2>/dev/null | wc -l"
            #expect(try ShellRun(script, in: folder).output == "0\n")
            let all = "\(Self.tshark ?? "") -n -r a.pcap -Y 'tls.handshake.type == 1 or dns or ssh' 2>/dev/null | wc -l"
            let count = try Int(ShellRun(all, in: folder).output.dropLast()) ?? 0
            #expect(count > 100)
        }
    }

    @Test("who stops it finds no part of a file")
    func interruption() throws {
        try withTemporaryFolder { folder in
            let words = ["simulate", "all", "--duration", "30d", "-w", "a.pcap", "--flows", "a.csv"]
            let run = try ProgramRun(words, in: folder) { process in
                let files = { try FileManager.default.contentsOfDirectory(atPath: folder.path) }
                for _ in 0..<600 where try files().isEmpty { usleep(100_000) }
                process.interrupt()
            }
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("flowbook: interrupted: simulate: "))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("who insists leaves no part of a file either")
    func insistence() throws {
        try withTemporaryFolder { folder in
            let words = [
                "simulate", "all", "--duration", "300d", "-w", "a.pcap", "--flows", "a.csv", "--truth", "b.csv",
            ]
            let run = try ProgramRun(words, in: folder) { process in
                let files = { try FileManager.default.contentsOfDirectory(atPath: folder.path) }
                for _ in 0..<600 where try files().count < 3 { usleep(100_000) }
                usleep(100_000)
                for _ in 0..<100 where process.isRunning {
                    process.interrupt()
                    usleep(100)
                }
            }
            #expect(run.status != 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test(
        "a place that cannot be written to is told before the play begins",
        arguments: ["-w none/x", "--flows none/x", "--truth none/x", "-w x --truth none/x", "-w ''", "--truth ''"])
    func places(words: String) throws {
        try withTemporaryFolder { folder in
            let run = try ShellRun("exec \"$0\" simulate office --duration 366d \(words)", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("flowbook: cannot write: ") && run.errors.contains(": cannot create: "))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("what can happen is listed, with its label")
    func list() throws {
        try withTemporaryFolder { folder in
            let run = try ProgramRun(["simulate", "--list"], in: folder)
            #expect(run.status == 0)
            let lines = run.output.split(separator: "\n")
            #expect(lines.count == 15)
            #expect(lines.contains { $0.hasPrefix("flash-crowd ") && $0.contains(" benign ") })
            #expect(lines.contains { $0.hasPrefix("worm ") && $0.contains(" attack ") })
        }
    }

    @Test(
        "what makes no sense is told, and nothing is written",
        arguments: [
            ("simulate", "missing operand: simulate: SCENARIO is expected"),
            ("simulate office", "missing option: simulate: --write FILE, --flows FILE or --truth FILE is expected"),
            ("simulate vertical-scam -w x", "did you mean vertical-scan?"),
            ("simulate worm@soon -w x", "invalid value: SCENARIO worm@soon: NAME[@START][+LENGTH][*INTENSITY]"),
            ("simulate worm@2h -w x", "invalid value: start of worm: it is 7200.0 seconds"),
            ("simulate worm*-1 -w x", "invalid value: intensity of worm: it is -1.0"),
            ("simulate worm, -w x", "invalid value: SCENARIO : "),
            (
                "simulate office@1s -w x",
                "SCENARIO office@1s: office alone, without a time and an intensity, is expected"
            ),
            ("simulate all*2 -w x", "SCENARIO all*2: all alone, without a time and an intensity, is expected"),
            ("simulate office -w x --duration 0", "invalid value: duration: it is 0.0 seconds"),
            ("simulate office -w x --duration long", "invalid value: --duration long: a time such as"),
            ("simulate office -w x --flows x", "conflicting options: x: it is the same file as that of --write"),
            ("simulate office -w - --flows -", "conflicting options: --write - and --flows -"),
        ])
    func mistakes(line: String, message: String) throws {
        try withTemporaryFolder { folder in
            let run = try ProgramRun(line.split(separator: " ").map(String.init), in: folder)
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("flowbook: ") && run.errors.contains(message), "\(run.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }
}
