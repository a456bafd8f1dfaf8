import Foundation
import Testing

@testable import Traffic

@Suite("The reference of flows")
struct ProfileDocumentTests {
    private static let url = (0..<4).reduce(URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()) { url, _ in
        url.deletingLastPathComponent()
    }
    .appendingPathComponent("docs/flows.md")

    @Test("is what the profiles say: renew it with `flowbook flows --describe > docs/flows.md`")
    func committed() throws {
        let text = try String(contentsOf: Self.url, encoding: .utf8)
        #expect(text == ProfileDocument.markdown)
    }

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
