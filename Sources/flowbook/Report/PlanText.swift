import Notebook

/// A plan as a person reads it in the terminal.
struct PlanText {
    let paint: Paint

    /// What happens to the cells in all, then each cell with what it needs, its keys, what happens to it and why.
    func text(of plan: Plan, path: String) -> String {
        let cells = plan.entries.map { lines(of: $0).joined(separator: "\n") }
        return ([paint("\(path): \(Self.summary(of: plan))", .heading)] + cells).joined(separator: "\n\n")
    }

    /// `14 cells: 1 to compile, 3 to run, 8 to reuse, 2 of prose`.
    static func summary(of plan: Plan) -> String {
        let kinds: [(Plan.Action, String)] = [
            (.compile, "to compile and run"), (.run, "to run"), (.reuse, "to reuse"), (.nothing, "of prose"),
            (.withhold, "that cannot run"),
        ]
        let counts = kinds.compactMap { action, words in
            let count = plan.entries.count { $0.action == action }
            return count == 0 ? nil : "\(count) \(words)"
        }
        return "\(plan.entries.count) \(plan.entries.count == 1 ? "cell" : "cells"): \(counts.joined(separator: ", "))"
    }

    private func lines(of entry: Plan.Entry) -> [String] {
        let title = entry.cell.title.map { "  \($0)" } ?? ""
        let needs = entry.dependencies.enumerated().map { index, dependency in
            paint("\(index == 0 ? "   needs         " : "                 ")\(dependency)")
        }
        let keys = [
            "   execution     \(entry.executionKey.map(Self.short) ?? Self.unknown(entry))",
            "   presentation  \(Self.short(entry.presentationKey))",
        ]
        return ["\(paint("── \(entry.cell.id)\(title)", .heading))  \(paint("line \(entry.cell.markerLine)", .quiet))"]
            + [paint("   \(Self.action(entry))", entry.action == .withhold ? .bad : .plain)] + needs
            + keys.map { paint($0, .quiet) }
    }

    private static func action(_ entry: Plan.Entry) -> String {
        let words =
            switch entry.action {
            case .nothing: "nothing to run"
            case .reuse: "reuse"
            case .run: "run"
            case .compile: "compile and run"
            case .withhold: "cannot run"
            }
        if entry.action == .nothing { return words }
        let again = entry.repeatedFor.isEmpty ? "" : "; run again for its state, which \(entry.repeatedFor[0]) needs"
        return words + ": " + entry.reason + again
    }

    /// Enough of a key to tell it from others.
    private static func short(_ key: String) -> String { String(key.prefix(12)) }

    private static func unknown(_ entry: Plan.Entry) -> String {
        switch entry.action {
        case .nothing: "none: nothing runs"
        case .withhold: "none: it cannot run"
        case .compile: "not known before it is compiled"
        case .reuse, .run: "not known before what it needs has run"
        }
    }
}
