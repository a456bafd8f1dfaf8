import Testing

@testable import Traffic

/// Connections of every kind, with the state and history that Zeek's rules give them.
@Suite("TCP connections")
struct TCPTrackerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let lines: [String]
        let state: ConnectionState
        let history: String
        var isReversed = false

        init(
            _ name: String, _ lines: [String], _ state: ConnectionState, _ history: String, isReversed: Bool = false
        ) {
            testDescription = name
            self.lines = lines
            self.state = state
            self.history = history
            self.isReversed = isReversed
        }
    }

    static let open = Script.handshake
    static let finished = open + ["> FA 101 301", "< FA 301 102", "> A 102 302"]

    static let endings = [
        Case("an attempt", ["> S 100"], .attempted, "S"),
        Case("an attempt repeated", ["> S 100", "> S 100"], .attempted, "S"),
        Case("a handshake", open, .established, "ShA"),
        Case("a regular end", finished, .finished, "ShAFf"),
        Case("closed by the initiator only", open + ["> FA 101 301", "< A 301 102"], .closingByInitiator, "ShAFa"),
        Case("closed by the responder only", open + ["< FA 301 101"], .closingByResponder, "ShAf"),
        Case("a rejection", ["> S 100", "< RA 0 101"], .rejected, "Sr"),
        Case("an attempt aborted", ["> S 100", "> R 101"], .abortedAttempt, "SR"),
        Case("aborted by the initiator", open + ["> R 101"], .abortedByInitiator, "ShAR"),
        Case("aborted by the responder", open + ["< R 301"], .abortedByResponder, "ShAr"),
        Case("SYN and FIN of the initiator only", ["> S 100", "> F 101"], .halfByInitiator, "SF"),
        Case("midstream, one side", ["> A 100 200"], .other, "A"),
        Case("midstream, both sides", ["> PA 100 200 5", "< A 200 105", "< PA 200 105 5"], .other, "Dad"),
        Case("a RST out of nothing", ["> R 100"], .other, "R"),
    ]

    static let missedBeginnings = [
        Case("SYN+ACK, then RST", ["< SA 300 101", "< R 301"], .abortedHalf, "^hr", isReversed: true),
        Case("SYN+ACK, then FIN", ["< SA 300 101", "< FA 301 101"], .halfByResponder, "^hf", isReversed: true),
        Case("SYN+ACK, then ACK", ["< SA 300 101", "> A 101 301"], .established, "^hA", isReversed: true),
        Case("a scan by SYN+ACK", ["> SA 300 101", "< R 101"], .rejected, "Hr"),
        Case("roles exchanged by what follows", ["> SA 300 101", "< A 101 301"], .other, "^hA"),
        Case(
            "roles exchanged, and ended", ["> SA 300 101", "< A 101 301", "> F 101 301", "< F 301 102"], .finished,
            "^hAFf"),
        Case("a SYN captured after its answer", ["> SA 300 101", "< S 100", "> A 101 301"], .established, "Hs^A"),
        Case(
            "an ACK before the SYN+ACK", ["> S 100", "< A 1 101", "< SA 300 101", "> A 101 301"], .established, "SahA"),
    ]

    static let resets = [
        Case("RST after both FIN", finished + ["> R 102"], .finished, "ShAFfR"),
        Case("FIN, then RST", open + ["> FA 101 301", "> R 102"], .abortedByInitiator, "ShAFR"),
        Case("FIN, RST, and FIN after all", open + ["> FA 101 301", "> R 102", "< FA 301 102"], .finished, "ShAFRf"),
        Case("RST of both, nothing sent", open + ["> R 101", "< R 301"], .rejected, "ShARr"),
        Case(
            "RST of both, after payload", open + ["> PA 101 301 5", "> R 106", "< R 301"], .abortedByResponder, "ShADRr"
        ),
        Case("the same RST again", open + ["> R 101", "> R 101"], .abortedByInitiator, "ShAR"),
        Case("a RST with another number", open + ["> R 101", "> R 101", "> R 555"], .abortedByInitiator, "ShARR"),
        Case(
            "RSTs with other numbers after both FIN", finished + ["> R 102", "> R 102", "> R 103"], .finished, "ShAFfRR"
        ),
        Case("the same FIN again", open + ["> FA 101 301", "> FA 101 301"], .closingByInitiator, "ShAF"),
        Case("a FIN with another number", open + ["> FA 101 301", "> FPA 101 301 10"], .closingByInitiator, "ShAFF"),
    ]

    static let oddFlags = [
        Case("FIN+RST", open + ["> FRA 101 301", "> FRA 101 301"], .abortedByInitiator, "ShAI"),
        Case("SYN+FIN", ["> SF 100", "> SF 100"], .halfByInitiator, "Q"),
        Case("SYN+RST", ["> SR 100"], .other, "Q"),
        Case("SYN+FIN+RST", ["> SFR 100"], .other, "I"),
        Case("no flags", ["> U 100"], .other, ""),
        Case("a window of zero", open + ["< A 301 101 0 w0"], .established, "ShAaw"),
        Case("a window of zero with RST", open + ["< RA 301 101 0 w0"], .abortedByResponder, "ShAr"),
        Case("a window of zero after the other's FIN", finished + ["> A 102 302 0 w0"], .finished, "ShAFf"),
        Case(
            "a window of zero after one's own FIN", open + ["> F 101", "> A 102 301 0 w0"], .closingByInitiator, "ShAFW"
        ),
    ]

    @Test("have Zeek's state and history", arguments: endings + missedBeginnings + resets + oddFlags)
    func stateAndHistory(of example: Case) {
        let tracker = Script(example.lines, isReversed: example.isReversed).tracker
        #expect(tracker.state == example.state)
        #expect(tracker.history.description == example.history)
    }

    @Test("take 48 bytes each")
    func size() {
        #expect(MemoryLayout<TCPTracker>.stride <= 48)
    }
}
