import Foundation
import Testing

@testable import Notebook

@Suite("A store that others use at the same time", .serialized)
struct SharingTests {
    private static func notebook(_ number: Int) -> String {
        """
        // %% id="start"
        import Foundation
        var list = [1, 2, \(number)]

        // %% id="change"
        list.append(list.reduce(0, +))
        print(list)

        // %% id="show"
        Table(list) { Column("Number", \\.self) }

        // %% [markdown] id="prose"
        // The last is \\(list[3]).

        // %% id="fails"
        print(list[\(number)])
        """
    }

    @Test("two programs that render while the notebook changes write only pages of what they read")
    func twoPrograms() throws {
        let project = try TrialProject()
        let numbers = [2, 7, 8]
        let pages = try Set(numbers.map { try Self.page($0) })
        for _ in 0..<6 {
            for number in numbers {
                try project.write(Self.notebook(number), to: "Notebooks/next")
                rename("\(project.path)/Notebooks/next", "\(project.path)/Notebooks/trial.swift")
                let programs = try ["one", "two"].map {
                    try StartedProgram(["render", "--output", $0], in: project.path)
                }
                let next = numbers[(numbers.firstIndex(of: number) ?? 0 + 1) % numbers.count]
                try project.write(Self.notebook(next), to: "Notebooks/next")
                rename("\(project.path)/Notebooks/next", "\(project.path)/Notebooks/trial.swift")
                for (program, folder) in zip(programs, ["one", "two"]) {
                    // A failing cell makes the exit code 1; 2 and 3 would be something else.
                    #expect(program.end() < 2)
                    let path = "\(project.path)/\(folder)/trial.html"
                    #expect(pages.contains(try String(contentsOfFile: path, encoding: .utf8)))
                }
            }
        }
    }

    @Test("a sweep that leaves nothing but what is in use never makes a page wrong")
    func eviction() throws {
        let project = try TrialProject()
        let environment = try project.environment()
        let numbers = [2, 7, 8]
        let pages = try Dictionary(uniqueKeysWithValues: numbers.map { ($0, try Self.page($0)) })
        for round in 0..<12 {
            let number = numbers[round % 3]
            try project.write(Self.notebook(number), to: "Notebooks/trial.swift")
            let program = try StartedProgram(["render"], in: project.path)
            while program.isRunning {
                StoreSweep(root: environment.store.root, limit: 1, grace: 5).evict()
                usleep(2000)
            }
            #expect(program.end() < 2)
            let page = try String(contentsOfFile: "\(project.path)/output/trial.html", encoding: .utf8)
            #expect(PageDifference(page, expected: pages[number] ?? "") == nil)
        }
    }

    @Test("a sweep drops what was used longest ago, down to the limit")
    func limit() throws {
        let project = try TrialProject()
        let environment = try project.environment()
        _ = try TrialPage(Self.notebook(2), in: environment)
        let before = try Self.size(of: environment.store.root)
        let sweep = StoreSweep(root: environment.store.root, limit: Int64(before / 2), grace: -1)
        #expect(sweep.evict() > 0)
        #expect(try Self.size(of: environment.store.root) <= before / 2)
        let page = try TrialPage(Self.notebook(2), in: environment)
        #expect(page.run.reports.map(\.result.status).allSatisfy { $0 == .succeeded })
    }

    private static func page(_ number: Int) throws -> String {
        let project = try TrialProject()
        try project.write(notebook(number), to: "Notebooks/trial.swift")
        _ = try StartedProgram.run("render", in: project.path)
        return try String(contentsOfFile: "\(project.path)/output/trial.html", encoding: .utf8)
    }

    /// The bytes of all entries.
    private static func size(of store: String) throws -> Int {
        try Store.Kind.allCases.reduce(0) { total, kind in
            let folder = "\(store)/\(kind.rawValue)"
            let sizes = try FileManager.default.contentsOfDirectory(atPath: folder).map {
                try FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")[.size] as? Int ?? 0
            }
            return total + sizes.reduce(0, +)
        }
    }
}
