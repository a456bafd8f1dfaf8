@testable import Traffic

/// A connection written down, a segment a line: direction, flags, sequence number, and where they matter the
/// acknowledgement, the bytes of payload and `w0` for a window of zero.
///
///     > S 100
///     < SA 300 101
///     > PA 101 301 10
struct Script {
    /// The three segments that open a connection, from 100 and 300 on.
    static let handshake = ["> S 100", "< SA 300 101", "> A 101 301"]

    var tracker: TCPTracker
    /// What the last segment meant.
    private(set) var last: TCPEvent = []

    init(_ lines: [String], isReversed: Bool = false) {
        tracker = TCPTracker(isReversed: isReversed)
        play(lines)
    }

    mutating func play(_ lines: [String]) {
        for line in lines {
            let words = line.split(separator: " ").map(String.init)
            let numbers = words.dropFirst(2).compactMap { Int($0) } + [0, 0]
            let flags = words[1].compactMap { Self.flags[$0] }.reduce(into: TCPFlags()) { $0.formUnion($1) }
            let header = TCPHeader(
                flags: flags, sequenceNumber: UInt32(truncatingIfNeeded: numbers[0]),
                acknowledgementNumber: UInt32(truncatingIfNeeded: numbers[1]),
                window: words.last == "w0" ? 0 : 1024)
            let length = numbers.count > 4 ? numbers[2] : 0
            send(header, length, words[0] == ">" ? .forward : .backward)
        }
    }

    mutating func send(_ header: TCPHeader, _ length: Int, _ direction: FlowDirection) {
        last = tracker.observe(header, payloadLength: length, direction: direction)
    }

    private static let flags: [Character: TCPFlags] = [
        "S": .syn, "A": .ack, "F": .fin, "R": .rst, "P": .psh, "U": .urg,
    ]
}
