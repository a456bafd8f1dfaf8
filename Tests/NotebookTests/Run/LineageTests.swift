import Testing

@testable import Notebook

@Suite("Which processes are kept")
struct LineageTests {
    private static func step(_ cell: String, _ text: String = "") -> Step {
        Step(cell: cell, key: ContentHash(fields: [cell, text]))
    }

    /// Processes `1` after a, `2` after a and b, `3` after a, b and c.
    private static var chain: Lineage<Int> {
        var lineage = Lineage(root: 0)
        let steps = ["a", "b", "c"].map { step($0) }
        for count in 1...3 { lineage.add(count, after: Array(steps.prefix(count - 1)), steps[count - 1]) }
        return lineage
    }

    @Test(
        "those go that carried out what is no longer so; of cells that were not walked over nothing is known",
        arguments: [
            (["a", "b", "c"], ["a", "b", "c"], []), (["a"], ["a"], []), (["a", "c"], ["a", "b", "c"], [2, 3]),
            (["a"], ["a", "b"], [2, 3]), ([], [], []), (["b"], ["a", "b"], [1, 2, 3]),
        ])
    func pruning(present: [String], walked: [String], gone: [Int]) {
        var lineage = Self.chain
        let pruned = lineage.prune(
            keeping: present.map { Self.step($0) }, walked: Set(walked), of: ["a", "b", "c"])
        #expect(pruned == gone)
    }

    @Test("those go that carried out another version, cells that are gone, or cells in another order")
    func otherNotebooks() {
        var lineage = Self.chain
        #expect(lineage.prune(keeping: [Self.step("a", "new")], walked: ["a"], of: ["a", "b", "c"]) == [1, 2, 3])
        lineage = Self.chain
        #expect(lineage.prune(keeping: [], walked: [], of: ["a", "c"]) == [2, 3])
        lineage = Self.chain
        #expect(lineage.prune(keeping: [], walked: [], of: ["b", "a", "c"]) == [2, 3])
    }
}
