import Testing

@testable import Traffic

@Suite("what a segment means for its connection")
struct TCPEventTests {
    static let open = Script.handshake
    static let closing = open + ["> FA 101 301", "< FA 301 102"]

    static let cases: [(String, [String], TCPEvent)] = [
        ("nothing", open, []),
        ("the first FIN", open + ["> FA 101 301"], []),
        ("the second FIN", closing, .closed),
        ("the last acknowledgement", closing + ["> A 102 302"], []),
        ("a RST", open + ["< R 301"], .reset),
        ("a RST again", open + ["< R 301", "< R 301"], []),
        ("a RST after both FIN", closing + ["> R 102"], []),
        ("payload again", open + ["> PA 101 301 5", "> PA 101 301 5"], .retransmission),
        ("bytes acknowledged, not captured", open + ["< A 301 200"], .gap),
        ("a SYN again", ["> S 100", "> S 100"], []),
        ("a SYN with another number", ["> S 100", "> S 5000"], .reopened),
        ("a SYN in an open connection", open + ["> S 5000"], .reopened),
        ("a SYN after the end", closing + ["> S 100"], .reopened),
        ("a SYN after a rejection", ["> S 100", "< RA 0 101", "> S 100"], .reopened),
        ("a SYN+ACK again", open + ["< SA 300 101"], []),
        ("SYN of both sides at once", ["> S 100", "< S 300"], .reopened),
        ("an ACK after SYN+ACK alone", ["> SA 300 101", "< A 101 301"], .reversed),
        ("a SYN after SYN+ACK alone", ["> SA 300 101", "< S 100"], .reversed),
    ]

    @Test("is told", arguments: cases)
    func event(_ name: String, _ lines: [String], _ event: TCPEvent) {
        #expect(Script(lines).last == event, "\(name)")
    }

    @Test("a segment that opens another connection leaves this one as it was")
    func reopening() {
        let before = Script(Self.closing).tracker
        #expect(Script(Self.closing + ["> S 9000"]).tracker == before)
    }

    @Test("a simultaneous open goes on as a connection of the second SYN")
    func simultaneousOpen() {
        let tracker = Script(["> S 300", "< SA 100 301", "> SA 300 101", "> A 301 101", "< A 101 301"]).tracker
        #expect(tracker.state == .established)
        #expect(tracker.history.description == "ShAa")
    }
}
