import Testing

@testable import Traffic

@Suite("What differs from other tools")
struct ComparisonTests {
    @Test("is in the reference of flows, each capture with its numbers and its reason")
    func listed() {
        let text = ProfileDocument.markdown
        for comparison in Comparison.all {
            #expect(text.contains("### \(comparison.subject)\n"))
            for difference in comparison.differences {
                let numbers = "\(difference.theirs) | \(difference.ours)"
                #expect(text.contains("| `\(difference.capture)` | \(numbers) | \(difference.reason) |"))
            }
        }
    }

    @Test("is listed once for a capture, and with a reason", arguments: Comparison.all.indices)
    func once(index: Int) {
        let differences = Comparison.all[index].differences
        #expect(Set(differences.map(\.capture)).count == differences.count)
        #expect(differences.allSatisfy { !$0.reason.isEmpty && $0.theirs + $0.ours > 0 })
    }

    @Test("adds up to what the text says of packets")
    func sum() {
        let packets = Comparison.tsharkFields.differences.reduce(0) { $0 + $1.theirs }
        #expect(Comparison.tsharkFields.account.contains("all but \(packets) packets"))
    }
}
