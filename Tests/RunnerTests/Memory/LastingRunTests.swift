import NotebookDisplay
import Testing

@testable import Notebook

@Suite("A run that lasts")
struct LastingRunTests {
    @Test(
        "is one whose every result holds until an input changes, failures that are meant included",
        arguments: [
            ("// %% A\nlet a = 1", true),
            ("// %% A\nlet a = 1\n// %% [markdown]\n// Prose.", true),
            ("// %% A tags=[\"fails\"]\nlet a = [0][1]\n// %% B\na + 1\n// %% C\n2", true),
            ("// %% A tags=[\"fails\"]\nlet a: Int = \"\"\n// %% B\na + 1", true),
            ("// %% A\nlet a = [0][1]", false),
            ("// %% A cache=false\nlet a = 1", false),
            ("// %% A\nimport Glibc\nlet a = getpid()", false),
        ])
    func lasting(text: String, lasts: Bool) throws {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        #expect((try environment.run(text).lastingInputs != nil) == lasts)
    }
}
