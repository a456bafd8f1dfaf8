import Foundation
import TestSupport
import Testing

@testable import Notebook

/// A project whose notebook uses everything a killed run could leave half done.
private struct KillTrial {
    static let notebook = """
        // %% id="first"
        import Foundation
        var list = [1, 2, 3]
        print(try String(contentsOfFile: "inputs/data.txt", encoding: .utf8))

        // %% id="grow"
        list.append(list.reduce(0, +))
        Table(list) { Column("Number", \\.self) }

        // %% id="sum"
        let sum = list.reduce(0, +)
        sum

        // %% [markdown] id="prose"
        // The sum is \\(sum), and \\(list.count) numbers make it: $x^2$.

        // %% id="plot"
        Plot("Numbers.") { Bars(["a", "b", "c", "d"], list.map(Double.init)) }

        // %% id="fails"
        print(list[list.count])
        """

    let project: TrialProject
    let mark = "mark-\(UUID().uuidString)"
    /// Seconds that a whole render takes here and now.
    let seconds: Double
    let expected: String

    init() throws {
        project = try TrialProject()
        try project.write(Self.notebook, to: "Notebooks/trial.swift")
        try project.write("one\n", to: "inputs/data.txt")
        let start = ContinuousClock.now
        _ = try StartedProgram.run("render", in: project.path)
        seconds = (ContinuousClock.now - start) / .seconds(1)
        expected = try Self.page(project)
    }

    static func page(_ project: TrialProject) throws -> String {
        try String(contentsOfFile: "\(project.path)/output/trial.html", encoding: .utf8)
    }

    /// Makes the store as it was before the first run.
    func forget() throws { try FileManager.default.removeItem(atPath: "\(project.path)/.flowbook") }

    /// Everything that must hold whenever a run was disturbed: the next page is right, and nothing is left behind.
    func checkNextPage(_ place: String) throws {
        try? FileManager.default.removeItem(atPath: "\(project.path)/output/trial.html")
        _ = try StartedProgram.run("render", in: project.path)
        let difference = PageDifference(try Self.page(project), expected: expected)
        #expect(difference == nil, "\(place)")
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(project.path)/output").sorted()
        #expect(names == ["index.html", "trial.html"], "\(place)")
        #expect(Processes.leftAfterAWhile(mark: mark) == [], "\(place)")
    }
}

@Suite("A killed render", .serialized)
struct KillTests {
    private static let isSoak = ProcessInfo.processInfo.environment["FLOWBOOK_SOAK"] != nil

    @Test("leaves nothing behind that could make a later page wrong")
    func runner() throws {
        var generator = SplitMix(seed: 1)
        let trial = try KillTrial()
        for number in 0..<(Self.isSoak ? 100 : 20) {
            let delay = Double.random(in: 0..<trial.seconds, using: &generator)
            if number % 3 != 2 { try trial.forget() }
            let program = try StartedProgram(["render"], in: trial.project.path, mark: trial.mark)
            usleep(useconds_t(delay * 1e6))
            program.kill()
            let place = "kill \(number) after \(delay) s"
            #expect(try KillTrial.page(trial.project) == trial.expected, "another page, \(place)")
            try trial.checkNextPage(place)
        }
    }

    @Test("survives the end of any process that it has started")
    func helpers() throws {
        var generator = SplitMix(seed: 2)
        let trial = try KillTrial()
        for number in 0..<(Self.isSoak ? 100 : 10) {
            let delay = Double.random(in: 0..<trial.seconds, using: &generator)
            try trial.forget()
            let program = try StartedProgram(["render"], in: trial.project.path, mark: trial.mark)
            usleep(useconds_t(delay * 1e6))
            let victim = Processes.below(program.number).randomElement(using: &generator)
            if let victim { kill(victim, SIGKILL) }
            _ = program.end()
            let place = "kill \(number) of a helper after \(delay) s"
            // The page of a run whose kernel or compiler was killed says so in its cells.
            #expect(try KillTrial.page(trial.project).hasSuffix("</html>\n"), "a half-written page, \(place)")
            try trial.checkNextPage(place)
        }
    }
}
