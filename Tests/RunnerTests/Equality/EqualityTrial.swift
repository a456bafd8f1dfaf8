import Foundation

@testable import Notebook

/// Follows a notebook through edits with one long-lived runner, and compares every page with that of a fresh run.
///
/// Three runs answer for each world: the runner that has followed all edits (as `watch` does), a new runner on the same
/// store (as the next `render` does), and a new runner whose store holds no result. The last may take compiled cells
/// from the others' store; `CompiledStoreTests` shows that they are what it would have compiled itself.
final class EqualityTrial {
    let project: TrialProject
    private var environment: RunnerEnvironment
    private var runner: NotebookRunner
    private var variable: String?
    private(set) var counts: [CellReport.Origin: Int] = [:]
    /// How many cells of the last world failed or could not run.
    private(set) var failures = 0

    init() throws {
        project = try TrialProject()
        environment = try project.environment()
        runner = NotebookRunner(environment)
    }

    deinit { runner.close() }

    /// Renders `world` in all three ways; what differs from the fresh page, if anything does.
    func difference(at world: World) throws -> String? {
        if world.variable != variable { try reopen(variable: world.variable) }
        let followed = try page(of: world, runner)
        for report in followed.run.reports { counts[report.origin, default: 0] += 1 }
        failures = followed.run.reports.count { $0.result.status != .succeeded }
        let again = try page(of: world, in: environment)
        let fresh = try withEmptyResults { try page(of: world, in: environment) }
        let differences = [("long-lived runner", followed), ("new runner", again)].compactMap { name, page in
            PageDifference(page.markup, expected: fresh.markup).map { "the \(name):\n\($0)\n\(page.account)" }
        }
        return differences.isEmpty ? nil : differences.joined(separator: "\n") + "\nthe fresh run:\n\(fresh.account)"
    }

    /// The page from a store that holds nothing at all, and what `look` finds in that store afterwards.
    func emptyStorePage<Extra>(of world: World, look: () throws -> Extra) throws -> (page: TrialPage, extra: Extra) {
        let kept = "\(project.path)/.flowbook", aside = "\(project.path)/.flowbook-kept"
        try FileManager.default.moveItem(atPath: kept, toPath: aside)
        defer {
            try? FileManager.default.removeItem(atPath: kept)
            try? FileManager.default.moveItem(atPath: aside, toPath: kept)
        }
        return (try page(of: world, in: project.environment(Self.variables(variable))), try look())
    }

    /// The page from the long-lived runner.
    func page(of world: World) throws -> TrialPage { try page(of: world, runner) }
}

extension EqualityTrial {
    private static func variables(_ value: String?) -> [String: String] { value.map { ["TRIAL": $0] } ?? [:] }

    /// A changed environment takes another process, so another runner.
    private func reopen(variable: String?) throws {
        runner.close()
        self.variable = variable
        environment = try project.environment(Self.variables(variable))
        runner = NotebookRunner(environment)
    }

    private func page(of world: World, in environment: RunnerEnvironment) throws -> TrialPage {
        let runner = NotebookRunner(environment)
        defer { runner.close() }
        return try page(of: world, runner)
    }

    /// Every run finds the same files, whatever cells have written.
    private func page(of world: World, _ runner: NotebookRunner) throws -> TrialPage {
        project.empty("made")
        let names = Set((try FileManager.default.contentsOfDirectory(atPath: "\(project.path)/inputs")))
        for name in names.subtracting(world.others).subtracting(["data.txt"]) {
            try project.write(nil, to: "inputs/\(name)")
        }
        for name in world.others.subtracting(names) { try project.write("x", to: "inputs/\(name)") }
        let data = try? String(contentsOfFile: "\(project.path)/inputs/data.txt", encoding: .utf8)
        if data != world.data { try project.write(world.data, to: "inputs/data.txt") }
        return try TrialPage(world.text, runner)
    }

    /// Puts everything but compiled cells aside while `body` runs.
    private func withEmptyResults<Result>(_ body: () throws -> Result) throws -> Result {
        let store = "\(project.path)/.flowbook", manager = FileManager.default
        let kinds = Store.Kind.allCases.filter { $0 != .compiled && $0 != .blobs }.map { "\(store)/\($0.rawValue)" }
        for kind in kinds {
            try manager.moveItem(atPath: kind, toPath: kind + "-kept")
            try manager.createDirectory(atPath: kind, withIntermediateDirectories: false)
        }
        defer {
            for kind in kinds {
                try? manager.removeItem(atPath: kind)
                try? manager.moveItem(atPath: kind + "-kept", toPath: kind)
            }
        }
        return try body()
    }
}
