import Foundation
import Testing

@Suite("What flows, capture and entropy cannot do is told in its place")
struct FlowsTroubleTests {
    /// A command line, its exit status, and a part of what stands on standard error.
    struct Trouble: CustomTestStringConvertible, Sendable {
        let words: String
        let status: Int32
        let part: String
        var testDescription: String { words }

        init(_ words: String, _ status: Int32, _ part: String) {
            (self.words, self.status, self.part) = (words, status, part)
        }
    }

    static let troubles = [
        // What is to be read.
        Trouble("flows", 2, "missing operand: flows: FILE or --interface IFACE is expected"),
        Trouble("flows nothing.pcap", 3, "cannot read: nothing.pcap: cannot open: No such file"),
        Trouble("flows text.txt", 3, "cannot read: text.txt: not a pcap, pcapng or snoop capture"),
        Trouble("flows empty.pcap", 3, "cannot read: empty.pcap: is empty"),
        Trouble("flows .", 3, "cannot read: .: is a folder: name a capture file in it"),
        Trouble("flows text.txt nothing.pcap", 3, "cannot read: nothing.pcap"),
        Trouble("entropy nothing.pcap", 3, "cannot read: nothing.pcap"),
        Trouble("entropy", 2, "missing operand: entropy: FILE is expected"),
        // What excludes each other.
        Trouble("flows sample.pcap -i lo", 2, "conflicting options: sample.pcap and --interface"),
        Trouble("flows sample.pcap --seconds 5", 2, "conflicting options: sample.pcap and --seconds"),
        Trouble("flows sample.pcap --promiscuous", 2, "conflicting options: sample.pcap and --promiscuous"),
        Trouble("entropy sample.pcap --slide 5", 2, "missing option: entropy: --window LENGTH is expected"),
        Trouble("entropy sample.pcap --window 500p --slide 5s", 2, "the unit of --window"),
        Trouble("entropy sample.pcap --of flows --by ttl", 2, "a field that flows have"),
        Trouble("entropy sample.pcap --estimator nsb", 2, "missing option: entropy: --alphabet src-ip=K is expected"),
        Trouble("entropy sample.pcap --normalize alphabet --by length", 2, "--alphabet length=K is expected"),
        Trouble("entropy sample.pcap --seed 3", 2, "--uncertainty bootstrap (for --replicates and --seed) is expected"),
        Trouble(
            "entropy sample.pcap --estimator nsb --uncertainty analytic --alphabet 9", 2,
            "--uncertainty analytic: with --estimator nsb, for which no formula is known, jackknife or bootstrap"),
        Trouble("capture", 2, "missing option: capture: --write FILE is expected"),
        // Words and numbers that are none.
        Trouble("flows sample.pcap --profile nfstrem", 2, "did you mean nfstream?"),
        Trouble(
            "flows sample.pcap --format cvs", 2, "one of table, csv, ndjson, zeek, none is expected; did you mean csv?"),
        Trouble("flows sample.pcap --columns end,both_packet", 2, "did you mean both_packets?"),
        Trouble("flows sample.pcap --columns end,,", 2, "a list of names with commas between them"),
        Trouble("flows sample.pcap --idle-timeout soon", 2, "--idle-timeout soon: a time above 0 such as 90, 500ms"),
        Trouble("flows sample.pcap --idle-timeout 0", 2, "a time above 0"),
        Trouble("flows sample.pcap --linger -5", 2, "a time above 0"),
        Trouble("flows sample.pcap --tunnels iner", 2, "did you mean inner?"),
        Trouble("flows sample.pcap --sizes payloads", 2, "did you mean payload?"),
        Trouble("flows sample.pcap --threads 0", 2, "a whole number from 1 to 2 is expected"),
        Trouble("flows sample.pcap --capacity 1e6", 2, "a whole number from 1 to"),
        Trouble("flows -i lo --snap-length 0", 2, "a whole number from 1 to 262144"),
        Trouble("entropy sample.pcap --by dst-prt", 2, "did you mean dst-port?"),
        Trouble("entropy sample.pcap --window 0p", 2, "--window 0p: a time such as 60, 500ms or 2m, or packets"),
        Trouble("entropy sample.pcap --of starters", 2, "one of packets, initiators, flows is expected"),
        Trouble("entropy sample.pcap --by src-ip+dst-prt", 2, "did you mean dst-port?"),
        Trouble("entropy sample.pcap --by src-ip+src-ip", 2, "a field or two different ones, such as src-ip+dst-port"),
        Trouble("entropy sample.pcap --by src-ip+dst-ip+ttl", 2, "a field or two different ones"),
        Trouble("entropy sample.pcap --estimator chao-chen", 2, "did you mean chao-shen?"),
        Trouble("entropy sample.pcap --unit bit", 2, "one of bits, nats, hartleys is expected; did you mean bits?"),
        Trouble("entropy sample.pcap --normalize suport", 2, "did you mean support?"),
        Trouble("entropy sample.pcap --uncertainty jacknife", 2, "did you mean jackknife?"),
        Trouble("entropy sample.pcap --interval 95", 2, "--interval 95: a level between 0 and 1, such as 95% or 0.95"),
        Trouble("entropy sample.pcap --interval nan%", 2, "a level between 0 and 1"),
        Trouble("entropy sample.pcap --least 0", 2, "--least 0: a whole number from 1 on, or auto"),
        Trouble("entropy sample.pcap --alphabet dst-prt=5", 2, "did you mean dst-port?"),
        Trouble("entropy sample.pcap --alphabet dst-port=0", 2, "a whole number from 1 on, such as 65536"),
        Trouble(
            "entropy sample.pcap --by dst-port --estimator nsb --alphabet 2", 2,
            "cannot estimate: dst-port in window 0: 3 different values were seen, more than the alphabet of 2; "
                + "give a larger one, such as --alphabet dst-port=3"),
        Trouble(
            "entropy sample.pcap --by src-ip+dst-ip --estimator nsb --alphabet 4294967296", 2,
            "--alphabet src-ip+dst-ip: for both fields together a product below 2^63"),
        Trouble("flows sample.pcap --filter udp.port==53", 2, "invalid value: filter"),
        // What is to be written.
        Trouble("flows sample.pcap -o .", 1, "cannot write: .: cannot create: it is a folder"),
        Trouble("flows sample.pcap -o nowhere/x.csv", 1, "cannot write: nowhere/x.csv: cannot create: No such file"),
        Trouble("flows sample.pcap -o /dev/full", 1, "cannot write: /dev/full: cannot write: No space left on device"),
        Trouble("flows sample.pcap -q -o x.csv --summary /dev/full", 1, "cannot write: /dev/full"),
        Trouble("entropy sample.pcap -o /dev/full", 1, "cannot write: /dev/full"),
    ]

    @Test("a mistake ends with its code and tells where it is", arguments: troubles)
    func trouble(trouble: Trouble) throws {
        let run = try Self.run(trouble.words)
        #expect(run.status == trouble.status)
        #expect(run.errors.contains(trouble.part), "\(run.errors)")
        #expect(run.errors.hasPrefix("flowbook: "))
        #expect(run.output.isEmpty)
    }

    @Test("a filter that is none is shown with its fault below it")
    func filter() throws {
        let errors = try Self.run("flows sample.pcap --filter tcp&&&udp").errors
        #expect(errors.contains("\n    tcp&&&udp\n"))
        #expect(errors.contains("^\n"))
    }

    @Test("standard input that is no capture is told by its name")
    func standardInput() throws {
        #expect(try Self.run("flows -", input: "nothing").errors.contains("cannot read: standard input: not a pcap"))
    }

    @Test("a reader who leaves ends the work quietly", arguments: ["flows", "flows -p packets", "entropy --window 1p"])
    func closedPipe(words: String) throws {
        try withTemporaryFolder { folder in
            var capture = SampleCapture()
            for number in 0..<20_000 { capture.udp(1000, from: (1, UInt16(number + 1)), to: (2, 53), payload: 0) }
            try capture.write(to: folder)
            let script = "\"$0\" \(words) sample.pcap -q | head -n 1 | wc -l; echo ${PIPESTATUS[0]}"
            let run = try ShellRun(script, in: folder)
            #expect(run.output.split(whereSeparator: \.isWhitespace) == ["1", "0"])
            #expect(run.errors.isEmpty)
        }
    }

    private static func run(_ words: String, input: String = "") throws -> ShellRun {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            try Data("some text that is no capture".utf8).write(to: folder.appendingPathComponent("text.txt"))
            try Data().write(to: folder.appendingPathComponent("empty.pcap"))
            let quoted = words.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
            return try ShellRun("printf '%s' '\(input)' | \"$0\" \(quoted)", in: folder)
        }
    }
}
