import Foundation
import Notebook

/// What `flowbook explain` does: tells what a run would do and why, without doing it.
enum ExplainWork {
    static func run(_ options: ExplainOptions, console: Console) throws -> ExitCode {
        let file = try SourceFile(options.notebook)
        let workshop = try Workshop(console)
        defer { workshop.close() }
        let settings = RunSettings(parameters: options.settings, timeout: nil)
        let plan = try NotebookRunner(workshop.environment).plan(file.notebook, settings)
        if options.json {
            try console.print(PlanJSON.object(plan, file))
        } else {
            let paint = Paint(isTerminal: console.output.isTerminal, environment: ProcessInfo.processInfo.environment)
            try console.print(PlanText(paint: paint).text(of: plan, path: file.reference.path))
        }
        return .success
    }
}
