import Testing

@testable import Traffic

@Suite("transfers with losses")
struct LossyTransferTests {
    static let losses: [(network: Double, capture: Double)] = [
        (0, 0), (0.05, 0), (0.3, 0), (0, 0.02), (0, 0.2), (0.1, 0.1),
    ]

    @Test("are measured as a reader with unlimited memory does", arguments: losses, 1...40)
    func measures(losses: (network: Double, capture: Double), seed: Int) {
        var transfer = LossyTransfer(
            seed: UInt64(seed), networkLoss: losses.network, captureLoss: losses.capture)
        transfer.run(blocks: 200)
        #expect(transfer.tracker.streamLength(.forward) == transfer.length)
        #expect(transfer.tracker.retransmissions(.forward) == transfer.repeated)
        #expect(!transfer.hasFalseGap)
        if losses.network == 0 || losses.capture == 0 {
            #expect(transfer.tracker.history.contains(.gap, .forward) == transfer.hasGap)
        }
    }
}
