import Testing

@testable import Traffic

/// Lengths of streams, retransmissions and gaps, as the sequence numbers have them.
@Suite("TCP streams")
struct TCPStreamTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let lines: [String]
        let history: String
        let lengths: [Int]
        var retransmissions: Int

        init(_ name: String, _ lines: [String], _ history: String, _ lengths: [Int], retransmissions: Int = 0) {
            testDescription = name
            self.lines = lines
            self.history = history
            self.lengths = lengths
            self.retransmissions = retransmissions
        }
    }

    static let open = Script.handshake
    static let top = ["> S 4294967290", "< SA 300 4294967291", "> A 4294967291 301"]

    static let lengths = [
        Case("payload both ways", open + ["> PA 101 301 10", "< PA 301 111 20"], "ShADd", [10, 20]),
        Case("FIN is no payload", open + ["> FPA 101 301 10", "< FA 301 112"], "ShAFf", [10, 0]),
        Case("numbers go through zero", top + ["> PA 4294967291 301 100", "< A 301 95"], "ShADa", [100, 0]),
        Case("payload in the SYN", ["> S 100 0 50", "< SA 300 151", "> A 151 301"], "ShA", [50, 0]),
        Case("only SYN and FIN of 3 GB", open + ["> FA 3000000101 301"], "ShAF", [3_000_000_000, 0]),
        Case("midstream", ["> PA 1000 200 5", "< PA 200 1005 7"], "Dd", [5, 7]),
        Case("a RST far off", open + ["> PA 101 301 10", "> R 900000000"], "ShADR", [10, 0]),
        Case("what a RST acknowledges", open + ["< RA 301 5000"], "ShAr", [0, 0]),
        Case("an acknowledgement of zero", open + ["> PA 101 301 10", "< A 301 0"], "ShADa", [10, 0]),
        Case(
            "a SYN answered twice, the first answer taken",
            ["> S 100", "< SA 300 101", "< SA 9000 101", "> A 101 301", "> PA 101 301 10"]
                + ["< PA 301 111 20", "< FA 321 111", "> FA 111 322"],
            "ShADdfF", [10, 20]),
        // The peer holds an old connection open and acknowledges its number: RFC 9293, figure 9.
        Case("a half-open connection", ["> S 100", "< A 900 5000", "> R 5000"], "SaR", [0, 0]),
    ]

    static let oneSided = [
        Case("one side, then RST", ["> S 100", "> A 101 301", "> PA 101 301 10", "> R 111"], "SADR", [10, 0]),
        Case("one side, then FIN", ["> S 100", "> A 101 301", "> PA 101 301 10", "> FA 111 301"], "SADF", [10, 0]),
    ]

    static let repetitions = [
        Case(
            "the same again", open + ["> PA 101 301 10", "> PA 101 301 10"], "ShADT", [10, 0], retransmissions: 1),
        Case("partly new", open + ["> PA 101 301 10", "> PA 106 301 10"], "ShAD", [15, 0]),
        Case(
            "part of it again", open + ["> PA 101 301 10", "> PA 103 301 4"], "ShADT", [10, 0], retransmissions: 1),
        Case(
            "a keep-alive of one byte", open + ["> PA 101 301 9", "> A 109 301 1"], "ShADT", [9, 0], retransmissions: 1),
        Case("a keep-alive without payload", open + ["> PA 101 301 9", "> A 109 301"], "ShAD", [9, 0]),
        Case(
            "late, out of order", open + ["> PA 111 301 10", "> PA 101 301 10", "< A 301 121"], "ShADTa", [20, 0],
            retransmissions: 1),
        Case("a SYN with payload again", ["> S 100 0 50", "> S 100 0 50"], "ST", [50, 0], retransmissions: 1),
    ]

    static let gaps = [
        Case(
            "a hole that is acknowledged", open + ["> PA 101 301 10", "> PA 121 301 10", "< A 301 131"], "ShADaG",
            [30, 0]),
        Case(
            "a hole not yet acknowledged", open + ["> PA 101 301 10", "> PA 121 301 10", "< A 301 111"], "ShADa",
            [30, 0]),
        Case(
            "a hole filled in two pieces",
            open + ["> PA 121 301 10", "> PA 101 301 10", "> PA 111 301 10", "< A 301 131"], "ShADTa", [30, 0],
            retransmissions: 2),
        Case("an end that is acknowledged", open + ["< A 301 151"], "ShAaG", [50, 0]),
        Case("a stream of which only the FIN was seen", open + ["> FA 151 301", "< A 301 152"], "ShAFaG", [50, 0]),
        Case("an acknowledgement before its segment", open + ["< A 301 111", "> PA 101 301 10"], "ShAaGD", [10, 0]),
        Case("more acknowledged than the FIN", open + ["> FA 101 301", "< A 301 200"], "ShAFa", [98, 0]),
        Case("an end that is acknowledged, then a RST", open + ["< A 301 151", "> R 151"], "ShAaGR", [50, 0]),
        Case("an end that is acknowledged after a RST", open + ["> R 101", "< A 301 151"], "ShARa", [50, 0]),
        Case("midstream, where none can be told", ["> PA 101 301 10", "< A 301 500"], "Da", [399, 0]),
    ]

    @Test("are measured by sequence numbers", arguments: lengths + oneSided + repetitions + gaps)
    func streams(of example: Case) {
        let tracker = Script(example.lines).tracker
        #expect(tracker.history.description == example.history)
        #expect([tracker.streamLength(.forward), tracker.streamLength(.backward)] == example.lengths)
        #expect(tracker.retransmissions(.forward) == example.retransmissions)
        #expect(tracker.retransmissions(.backward) == 0)
    }

    @Test("are counted beyond 4 GiB", arguments: [false, true])
    func long(isSeen: Bool) {
        var script = Script(Script.handshake)
        let step = 1 << 28
        for end in stride(from: step, through: 24 * step, by: step) {
            let start = UInt32(truncatingIfNeeded: 101 + end - step)
            let header = TCPHeader(flags: .ack, sequenceNumber: start, acknowledgementNumber: 301)
            if isSeen { script.send(header, step, .forward) }
            let acknowledgement = UInt32(truncatingIfNeeded: 101 + end)
            script.send(
                TCPHeader(flags: .ack, sequenceNumber: 301, acknowledgementNumber: acknowledgement), 0, .backward)
        }
        #expect(script.tracker.streamLength(.forward) == 24 * step)
        #expect(script.tracker.history.description == (isSeen ? "ShADa" : "ShAaGG"))
    }

    @Test("note repeated events at the 1st, 10th and 100th time")
    func logarithmic() {
        var script = Script(Script.handshake + ["> PA 101 301 10"])
        let again = TCPHeader(flags: .ack, sequenceNumber: 101, acknowledgementNumber: 301)
        var notedAt: [Int] = []
        for count in 1...1200 {
            let before = script.tracker.history.count
            script.send(again, 10, .forward)
            if script.tracker.history.count > before { notedAt.append(count) }
        }
        #expect(notedAt == [1, 10, 100, 1000])
        #expect(script.tracker.retransmissions(.forward) == 1200)
    }

    @Test("count wrong checksums and nothing else of such segments")
    func badChecksums() {
        var tracker = TCPTracker()
        for _ in 1...9 { tracker.observeBadChecksum(direction: .backward) }
        #expect(tracker.history.description == "c")
        for _ in 10...5000 { tracker.observeBadChecksum(direction: .backward) }
        #expect(tracker.history.description == "ccc")
        #expect(tracker.state == .other)
    }
}
