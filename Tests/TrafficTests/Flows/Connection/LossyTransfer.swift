import TestSupport

@testable import Traffic

/// A transfer over a network that loses packets, captured by something that loses packets too, and what a reader with
/// unlimited memory makes of the capture.
struct LossyTransfer {
    private(set) var tracker = Script(Script.handshake).tracker
    /// Segments whose last block was not beyond the highest seen.
    private(set) var repeated = 0
    /// Whether bytes were ever acknowledged that had not been seen.
    private(set) var hasGap = false
    /// Whether the tracker said so where it was not true.
    private(set) var hasFalseGap = false
    private(set) var highest = 0
    private(set) var acknowledged = 0

    private static let block = 100
    private var generator: SplitMix
    private var seen: Set<Int> = []
    private var delivered: Set<Int> = []
    private let networkLoss: Double
    private let captureLoss: Double

    init(seed: UInt64, networkLoss: Double, captureLoss: Double) {
        generator = SplitMix(seed: seed)
        self.networkLoss = networkLoss
        self.captureLoss = captureLoss
    }

    mutating func run(blocks: Int) {
        var next = 0
        while acknowledged < blocks {
            let window = next..<min(max(acknowledged + 20, next), blocks)
            for block in window { send(block) }
            next = window.upperBound
            // What is outstanding when the window is used up is sent again, from the first missing block on.
            if !delivered.contains(acknowledged) { send(acknowledged) }
            acknowledge()
        }
    }

    private mutating func send(_ block: Int) {
        let isDelivered = Double.random(in: 0..<1, using: &generator) >= networkLoss
        let isCaptured = Double.random(in: 0..<1, using: &generator) >= captureLoss
        if isDelivered { delivered.insert(block) }
        guard isCaptured else { return }
        if block + 1 <= highest { repeated += 1 }
        highest = max(highest, block + 1)
        seen.insert(block)
        observe(101 + block * Self.block, 301, Self.block, .forward)
    }

    private mutating func acknowledge() {
        let before = acknowledged
        while delivered.contains(acknowledged) { acknowledged += 1 }
        let missing = (before..<acknowledged).filter { !seen.contains($0) }
        let event = observe(301, 101 + acknowledged * Self.block, 0, .backward)
        hasGap = hasGap || !missing.isEmpty
        hasFalseGap = hasFalseGap || (event.contains(.gap) && missing.isEmpty)
    }

    @discardableResult
    private mutating func observe(_ number: Int, _ reply: Int, _ length: Int, _ way: FlowDirection) -> TCPEvent {
        let header = TCPHeader(flags: .ack, sequenceNumber: UInt32(number), acknowledgementNumber: UInt32(reply))
        return tracker.observe(header, payloadLength: length, direction: way)
    }

    /// The stream's length in bytes, by what was seen and acknowledged.
    var length: Int { max(highest, acknowledged) * Self.block }
}
