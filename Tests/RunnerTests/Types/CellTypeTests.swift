import Testing

@testable import Notebook

@Suite("types declared in a notebook")
struct CellTypeTests {
    private let text = """
        // %% tick
        import Traffic

        struct Tick: Timed, CustomStringConvertible {
            let time: Timestamp
            var description: String { "tick" }
        }
        let ticks = [1.0, 2, 3].map { Tick(time: Timestamp(seconds: $0)) }

        // %% windows
        try ticks.windows(.tumbling(packets: 2)).map(\\.end.seconds)

        // %% cast
        "conforms: \\((ticks[0] as Any) is any Timed)"
        """

    @Test("conform for the library's generics, key paths and casts, in their own cell and in later ones")
    func conformances() throws {
        let project = try TrialProject()
        let page = try TrialPage(text, in: try project.environment())
        #expect(page.run.reports.allSatisfy { $0.result.status == .succeeded }, "\(page.account)")
        #expect(page.markup.contains("[2.0, 3.0]"))
        #expect(page.markup.contains("conforms: true"))
    }
}
