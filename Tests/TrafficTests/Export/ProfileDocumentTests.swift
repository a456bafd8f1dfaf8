import Testing

@testable import Traffic

@Suite("The reference of flows")
struct ProfileDocumentTests {
    @Test("names every column of every profile")
    func whole() {
        for profile in Profile<Flow>.all {
            let section = ProfileDocument.section(profile)
            for column in profile.columns { #expect(section.contains("| `\(column.name)` |")) }
            for deviation in profile.deviations { #expect(section.contains(deviation.reason)) }
        }
    }

    @Test("has tables whose rows are as long as their headers")
    func tables() {
        let blocks = ProfileDocument.markdown.split(separator: "\n", omittingEmptySubsequences: false)
            .split { !$0.hasPrefix("|") }
        for block in blocks {
            let widths = block.map { $0.replacing("\\|", with: "").count { $0 == "|" } }
            #expect(Set(widths).count == 1)
        }
    }
}
