import Testing

@testable import Traffic

@Suite("connection histories")
struct ConnectionHistoryTests {
    @Test(
        "are read and written alike", arguments: ["", "S", "ShADadFf", "^hADdFaf", "ShADdtaTTtFf", "SahAcCgGiIqQwWxX"])
    func parsing(text: String) throws {
        let history = try #require(ConnectionHistory(text))
        #expect(history.description == text)
        #expect(history.count == text.count)
        #expect(history.isEmpty == text.isEmpty)
    }

    @Test("refuse other letters and more than they can hold", arguments: ["B", "Sh?", "ShADadFfShADadFfS", "s h"])
    func refusals(text: String) {
        #expect(ConnectionHistory(text) == nil)
    }

    @Test("say that they are cut where more happened than they can hold")
    func cut() {
        var history = ConnectionHistory()
        for _ in 1...16 { history.append(.reset, .forward) }
        #expect(history.description == String(repeating: "R", count: 16) && !history.isCut)
        for _ in 1...100 { history.append(.fin, .backward) }
        #expect(history.description == String(repeating: "R", count: 15) + "…" && history.isCut)
        #expect(history.count == 16)
    }

    @Test("tell who did what")
    func contents() throws {
        let history = try #require(ConnectionHistory("^hAd"))
        #expect(history.contains(.synAck, .backward) && !history.contains(.synAck, .forward))
        #expect(history.contains(.acknowledgement, .forward) && history.contains(.reversal, .forward))
        #expect(!history.contains(.syn, .forward))
    }

    @Test(
        "tell an aborted attempt",
        arguments: [
            ("SR", true), ("^SR", true), ("SaR", true), ("ShR", true), ("SAR", false), ("HR", false), ("S", false),
        ])
    func abortedAttempts(text: String, isAborted: Bool) throws {
        #expect(try #require(ConnectionHistory(text)).isAbortedAttempt == isAborted)
    }

    @Test("take ten bytes") func size() { #expect(MemoryLayout<ConnectionHistory>.size == 10) }
}

@Suite("conversations of datagrams")
struct DatagramTrackerTests {
    static let cases: [(ways: String, isReversed: Bool, state: ConnectionState, history: String)] = [
        (">", false, .attempted, "D"), (">>>", false, .attempted, "D"), ("><><", false, .finished, "Dd"),
        ("<", true, .halfByResponder, "^d"), ("<>", true, .finished, "^dD"), ("", false, .other, ""),
        ("!", false, .other, "C"), ("!>", false, .attempted, "CD"), ("!!!!!!!!!!", false, .other, "CC"),
    ]

    @Test("have Zeek's state and history", arguments: cases)
    func conversations(ways: String, isReversed: Bool, state: ConnectionState, history: String) {
        var tracker = DatagramTracker(isReversed: isReversed)
        for way in ways {
            if way == "!" {
                tracker.observeBadChecksum(direction: .forward)
            } else {
                tracker.observe(direction: way == ">" ? .forward : .backward)
            }
        }
        #expect(tracker.state == state)
        #expect(tracker.history.description == history)
    }
}
