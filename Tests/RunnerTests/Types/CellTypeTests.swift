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

    @Test("in a body or for one file are described in full without the address of their code, wherever they are told")
    func localTypes() throws {
        let project = try TrialProject()
        let text = """
            // %% local
            func local() -> Any { struct Point { var x = 1 }; return [Point()] }
            print(local())
            local()

            // %% own
            import NotebookDisplay
            private struct Own {}
            let own: Any = [Own()]
            Table([1]) { Column("Own") { _ in own } }

            // %% [markdown] id="prose"
            // \\(own)

            // %% thrown
            struct Failure: Error { var own: Any }
            throw Failure(own: own)
            """
        let page = try TrialPage(text, in: try project.environment())
        let shown = page.markup.matches(of: /Notebook\.\(unknown context at (\$[0-9a-fx]+)\)/)
        #expect(shown.count >= 5 && shown.allSatisfy { $0.1 == "$xxxxxxxxxxxx" }, "\(page.account) \(shown.map(\.0))")
    }

    @Test("conform for the library's generics, key paths and casts, in their own cell and in later ones")
    func conformances() throws {
        let project = try TrialProject()
        let page = try TrialPage(text, in: try project.environment())
        #expect(page.run.reports.allSatisfy { $0.result.status == .succeeded }, "\(page.account)")
        #expect(page.markup.contains("[2.0, 3.0]"))
        #expect(page.markup.contains("conforms: true"))
    }

    @Test("of an earlier cell may be made to conform to a protocol of a library, as in a script")
    func conformance() throws {
        let project = try TrialProject()
        let text = """
            // %% type
            struct Port { var number = 443 }

            // %% conformance
            extension Port: CustomStringConvertible { var description: String { "port \\(number)" } }

            // %% use
            print(Port())
            """
        let page = try TrialPage(text, in: try project.environment())
        #expect(page.run.failures.isEmpty && page.markup.contains("port 443"), "\(page.account)")
    }
}
