import Testing

@testable import Notebook

@Suite("Cells that get to know addresses in memory")
struct AddressTests {
    @Test(
        "say so and are not reused",
        arguments: [
            (
                "final class Node {}\nprint(ObjectIdentifier(Node()) == ObjectIdentifier(Node()))",
                "asks where objects lie"
            ),
            ("let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)\nprint(bytes)", "shows an address"),
            (
                "import NotebookDisplay\nlet bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)\n"
                    + "Table([1]) { Column(\"Place\") { _ in \"\\(bytes)\" } }",
                "shows an address"
            ),
        ])
    func addresses(source: String, remark: String) throws {
        let project = try TrialProject()
        let text = "// %% one\n\(source)\n"
        for _ in 0..<2 {
            let page = try TrialPage(text, in: try project.environment())
            let report = try #require(page.run.reports.first)
            #expect(
                report.origin == .ran && report.result.notices.contains { $0.message.contains(remark) },
                "\(page.account)")
        }
    }

    @Test("are told from those that show other numbers in base 16")
    func otherNumbers() throws {
        let project = try TrialProject()
        let text = """
            // %% one
            print("0x1f90", "0xdeadbeef", "0x0a0000ff", "0x", "x7fffffffffff", 0xffff_ffff_ffff)
            """
        for origin in [CellReport.Origin.ran, .reused] {
            let page = try TrialPage(text, in: try project.environment())
            #expect(
                page.run.reports.map(\.origin) == [origin] && page.run.reports[0].result.notices.isEmpty,
                "\(page.account)")
        }
    }
}
