import Foundation
import TestSupport
import Testing

@Suite("entropy tells its figures with size, bias and error")
struct EntropyFigureTests {
    /// A row for each window and field of datagrams, of which so many go to each port, a second after the other.
    private static func rows(_ counts: [Int], _ words: String) throws -> [JSONView] {
        try rows(
            counts.enumerated().flatMap { port, count in repeatElement((1, UInt16(port + 1)), count: count) }, words)
    }

    private static func rows(_ datagrams: [(host: UInt8, port: UInt16)], _ words: String) throws -> [JSONView] {
        try withTemporaryFolder { folder in
            var capture = SampleCapture()
            for (second, datagram) in datagrams.enumerated() {
                capture.udp(Double(1000 + second), from: (datagram.host, 5000), to: (9, datagram.port))
            }
            try capture.write(to: folder)
            let words = words.split(separator: " ").map(String.init)
            let run = try ProgramRun(["entropy", "sample.pcap", "--json", "-q"] + words, in: folder)
            #expect(run.status == 0, "\(run.errors)")
            return try run.output.split(whereSeparator: \.isNewline).map {
                try JSONDecoder().decode(JSONView.self, from: Data($0.utf8))
            }
        }
    }

    private static func near(_ first: JSONView, _ second: Double, _ error: Double = 1e-9) -> Bool {
        abs((first.number ?? .nan) - second) <= error
    }

    /// The counts of R's package `entropy`, with the figures of plug-in and Miller–Madow in its documentation and of
    /// the others by NumPy, SciPy and mpmath.
    static let published: [(estimator: String, nats: Double)] = [
        ("plug-in", 1.968382), ("miller-madow", 2.152593), ("chao-shen", 2.201137), ("grassberger-2003", 2.144626),
        ("grassberger-1988", 2.197093), ("schurmann-zhang", 2.170547), ("jackknife", 2.231274),
        ("shrinkage", 2.379603), ("laplace", 2.257876), ("jeffreys", 2.179480), ("schurmann-grassberger", 2.036888),
        ("minimax", 2.154091), ("nsb", 2.187774),
    ]

    @Test("each estimator has its published figure, and says what it is", arguments: published.indices)
    func estimators(index: Int) throws {
        let (estimator, nats) = Self.published[index]
        let words = "--by dst-port --unit nats --alphabet 11 --estimator \(estimator)"
        let row = try Self.rows([4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1], words)[0]
        #expect(row["estimator"].text == estimator && row["unit"].text == "nats")
        #expect(row["count"].number == 19 && row["support"].number == 8)
        #expect(Self.near(row["entropy"], nats, 5.1e-7))
        #expect(Self.near(row["bias"], -7.0 / 38))
        #expect(Self.near(row["correction"], nats - 1.968382, 1.1e-6))
    }

    /// Of two values with shares p and q the plug-in entropy has the variance p q ln²(p/q) / n nats².
    static let intervals: [(words: String, factor: Double, level: Double, reach: Double)] = [
        ("", 1 / log(2), 0.95, 1.959964), ("--interval 90%", 1 / log(2), 0.9, 1.644854),
        ("--interval 0.99 --unit nats", 1, 0.99, 2.575829), ("--unit hartleys", 1 / log(10), 0.95, 1.959964),
        ("--uncertainty analytic", 1 / log(2), 0.95, 1.959964),
    ]

    @Test("standard error and interval by hand, in each unit", arguments: intervals.indices)
    func interval(index: Int) throws {
        let expected = Self.intervals[index]
        let row = try Self.rows([30, 10], "--by dst-port \(expected.words)")[0]
        let entropy = (log(4) - 0.75 * log(3)) * expected.factor
        let error = (0.75 * 0.25 / 40).squareRoot() * log(3) * expected.factor
        #expect(Self.near(row["entropy"], entropy) && Self.near(row["standard_error"], error))
        #expect(Self.near(row["lower"], entropy - expected.reach * error, 1e-6))
        #expect(Self.near(row["upper"], entropy + expected.reach * error, 1e-6))
        #expect(Self.near(row["level"], expected.level) && row["uncertainty"].text == "analytic")
    }

    @Test("the jackknife's error is that of leaving out each observation")
    func jackknife() throws {
        let counts = [5, 3, 2]
        let row = try Self.rows(counts, "--by dst-port --unit nats --uncertainty jackknife")[0]
        func nats(_ counts: [Int]) -> Double {
            let size = Double(counts.reduce(0, +))
            return counts.reduce(0) { $0 - Double($1) / size * log(Double($1) / size) }
        }
        let rest = counts.indices.flatMap { left in
            var fewer = counts
            fewer[left] -= 1
            return repeatElement(nats(fewer), count: counts[left])
        }
        let mean = rest.reduce(0, +) / 10
        let variance = rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * 9 / 10
        #expect(Self.near(row["standard_error"], variance.squareRoot()) && row["uncertainty"].text == "jackknife")
    }

    @Test("the bootstrap draws the same from the same seed, and about the error of the formula")
    func bootstrap() throws {
        let words = "--by dst-port --uncertainty bootstrap --replicates 4000 --seed"
        let rows = try ["1", "1", "2"].map { try Self.rows([60, 30, 10], "\(words) \($0)")[0] }
        #expect(rows[0] == rows[1] && rows[0] != rows[2])
        let formula = try #require(try Self.rows([60, 30, 10], "--by dst-port")[0]["standard_error"].number)
        for row in rows {
            #expect(Self.near(row["standard_error"], formula, 0.1 * formula))
            #expect(row["uncertainty"].text == "BCa bootstrap")
        }
    }

    @Test("where nothing was seen twice every resample is poorer, and the row says that its interval is none")
    func poorer() throws {
        let words = "--by dst-port --uncertainty bootstrap"
        let row = try Self.rows(.init(repeating: 1, count: 20), words)[0]
        #expect(row["remark"].text == "resamples poorer than sample" && Self.near(row["entropy"], log2(20)))
        #expect(try Self.rows([60, 30, 10], words)[0]["remark"].isNull)
    }

    @Test("an estimator without a formula has the jackknife's error")
    func standard() throws {
        let row = try Self.rows([5, 3, 2], "--by dst-port --estimator chao-shen")[0]
        #expect(row["uncertainty"].text == "jackknife" && (row["standard_error"].number ?? 0) > 0)
    }

    @Test("what an entropy is divided by stands in the column's name; ports are known to be 65536")
    func normalizations() throws {
        let row = try Self.rows([2, 1, 1], "--by dst-port --normalize alphabet,support,sample")[0]
        #expect(Self.near(row["normalized_by_support"], 1.5 / log2(3)))
        #expect(Self.near(row["normalized_by_sample"], 0.75))
        #expect(Self.near(row["normalized_by_alphabet"], 1.5 / 16))
        let told = try Self.rows([2, 1, 1], "--by dst-port --normalize alphabet --alphabet 7,dst-port=256")[0]
        #expect(Self.near(told["normalized_by_alphabet"], 1.5 / 8) && told["normalized_by_support"] == .absent)
        let usual = try Self.rows([2, 1, 1], "--by dst-port")[0]
        #expect(usual["normalized_by_support"] == row["normalized_by_support"])
        #expect(usual["normalized_by_sample"] == .absent && usual["normalized_by_alphabet"] == .absent)
    }

    /// Four values of five observations each make a need of 30, for all that the bias asks of 19 more.
    @Test("a window of too few has no figure, and says how many it takes")
    func least() throws {
        let rows = try Self.rows([4, 2, 1], "--by dst-port --window 5s --least 3")
        #expect(rows.map(\.["remark"].text) == [nil, "not enough data"])
        #expect(rows.map(\.["needs"].number) == [3, 3])
        #expect(rows[1]["count"].number == 2 && rows[1]["support"].number == 2)
        let figures = ["bias", "correction", "standard_error", "lower", "upper", "level"]
        for name in ["entropy", "normalized_by_support"] + figures {
            #expect(rows[0][name].number != nil && rows[1][name].isNull, "\(name)")
        }
    }

    @Test(
        "auto asks for 30, and for five observations of each value but one",
        arguments: [
            ([29], 30, false), ([30], 30, true), (.init(repeating: 3, count: 16), 75, false),
            (.init(repeating: 5, count: 16), 75, true),
        ] as [([Int], Double, Bool)])
    func auto(counts: [Int], need: Double, isTold: Bool) throws {
        let row = try Self.rows(counts, "--by dst-port --least auto")[0]
        #expect(row["needs"].number == need && (row["entropy"].number != nil) == isTold)
    }

    /// Datagrams of two hosts to two ports, with the joint entropy, what is left open, what is shared, and its bias.
    static let pairs: [(datagrams: [(UInt8, UInt16)], joint: Double, open: Double, shared: Double, bias: Double)] = [
        ([(1, 80), (1, 80), (2, 22), (2, 22)], 1, 0, 1, -0.125 / log(2)),
        ([(1, 80), (1, 22), (2, 80), (2, 22)], 2, 1, 0, 0.125 / log(2)),
    ]

    @Test("two fields are told together, and what either tells of the other", arguments: pairs.indices)
    func pair(index: Int) throws {
        let expected = Self.pairs[index]
        let rows = try Self.rows(expected.datagrams.map { (host: $0, port: $1) }, "--by src-ip+dst-port,src-ip")
        let (pair, single) = (rows[0], rows[1])
        #expect(pair["field"].text == "src-ip+dst-port" && Self.near(pair["entropy"], expected.joint))
        #expect(Self.near(pair["first_given_second"], expected.open))
        #expect(Self.near(pair["second_given_first"], expected.open))
        #expect(Self.near(pair["mutual_information"], expected.shared))
        #expect(Self.near(pair["mutual_information_bias"], expected.bias))
        #expect(single["mutual_information"].isNull && Self.near(single["entropy"], 1))
    }

    @Test("the columns that were there first come first")
    func columns() throws {
        try withTemporaryFolder { folder in
            try SampleCapture.small.write(to: folder)
            let run = try ProgramRun(["entropy", "sample.pcap", "-q", "-f", "csv"], in: folder)
            #expect(run.output.hasPrefix("window,start,packets,field,count,support,entropy,normalized_by_support,"))
        }
    }

    /// The packets of a capture by another way: read as a table, and counted here.
    @Test(
        "pairs of a real capture agree with its packets",
        .enabled(if: SharedData.has("pcap/synscan.pcap"), "needs the shared captures"),
        arguments: ["synscan.pcap", "vm-nmap.pcap", "gb-normal.pcapng"])
    func real(capture: String) throws {
        let url = try #require(SharedData.url("pcap/\(capture)"))
        try withTemporaryFolder { folder in
            let columns = "--columns=src_ip,dst_port"
            let table = try ProgramRun(["flows", "-q", url.path, "-p", "packets", columns, "-f", "csv"], in: folder)
            let lines = table.output.split(whereSeparator: \.isNewline).dropFirst()
            let pairs = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
                .filter { !$0[0].isEmpty && !$0[1].isEmpty }
            let run = try ProgramRun(
                ["entropy", "-q", url.path, "--by", "src-ip+dst-port", "--json"], in: folder)
            let row = try run.json()
            let (joint, first, second) = (
                Self.bits(pairs.map { $0.joined(separator: " ") }), Self.bits(pairs.map { "\($0[0])" }),
                Self.bits(pairs.map { "\($0[1])" })
            )
            #expect(row["count"].number == Double(pairs.count) && !pairs.isEmpty)
            #expect(Self.near(row["entropy"], joint))
            #expect(Self.near(row["second_given_first"], joint - first))
            #expect(Self.near(row["mutual_information"], first + second - joint))
        }
    }

    private static func bits(_ values: [String]) -> Double {
        let counts = Dictionary(grouping: values) { $0 }.values.map { Double($0.count) / Double(values.count) }
        return counts.reduce(0) { $0 - $1 * log2($1) }
    }
}
