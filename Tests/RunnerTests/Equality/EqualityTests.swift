import Foundation
import TestSupport
import Testing

@testable import Notebook

@Suite("Incremental equals fresh")
struct EqualityTests {
    static let isSoak = ProcessInfo.processInfo.environment["FLOWBOOK_SOAK"] != nil
    static let editsInARow = 10
    /// A seed of one's own is tried alone: FLOWBOOK_SEED=17.
    static let seeds: [UInt64] =
        ProcessInfo.processInfo.environment["FLOWBOOK_SEED"].flatMap { UInt64($0) }.map { [$0] }
        ?? Array(1...(isSoak ? 200 : 20))

    @Test("after every edit the page is that of a fresh run, byte for byte", arguments: seeds)
    func edits(seed: UInt64) throws {
        var maker = WorldGenerator(seed: seed)
        let trial = try EqualityTrial()
        var history = [maker.world()]
        #expect(try trial.difference(at: history[0]) == nil, "seed \(seed)")
        for number in 1...Self.editsInARow {
            let edit = Edit.random(after: trial.failures, &maker)
            var world = history[history.count - 1]
            edit.apply(to: &world, history: history, &maker)
            history.append(world)
            if let difference = try trial.difference(at: world) {
                report(difference, history, "seed \(seed), edit \(number) (\(edit))")
                return
            }
        }
        // A runner that reused nothing would prove nothing.
        #expect(trial.counts[.reused, default: 0] > 0, "seed \(seed)")
    }

    private func report(_ difference: String, _ history: [World], _ place: String) {
        let shrunk = Shrinking.smallest(history)
        let worlds = shrunk?.worlds ?? Array(history.suffix(2))
        let texts = worlds.map(\.account).joined(separator: "\n=== then ===\n")
        let kind = shrunk == nil ? "not seen again when repeated" : "shrunk"
        Issue.record("\(place), \(kind):\n\(texts)\n\(shrunk?.difference ?? difference)")
    }
}
