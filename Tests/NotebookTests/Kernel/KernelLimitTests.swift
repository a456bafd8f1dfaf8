import Foundation
import Notebook
import Testing

@Suite("Limits of cells", .serialized)
struct KernelLimitTests {
    @Test("a loop is stopped at its time limit, and its line told")
    func timesOut() throws {
        let bench = try KernelBench()
        let start = Date()
        let run = try bench.run(
            "var n = 0\nprint(\"going\")\nwhile true {\n    n &+= 1\n}", limits: CellLimits(seconds: 0.3))
        guard case .timedOut(let place) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect((3...4).contains(place?.line ?? 0))
        #expect(run.output == "going\n")
        #expect(Date().timeIntervalSince(start) < 3)
        #expect(run.usage.wall > 0.29 && run.usage.wall < 1.5)
        #expect(run.usage.processor > 0.01)
    }

    @Test("a cell that blocks every signal is stopped as well")
    func stopsStubbornCell() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "import Glibc\nvar all = sigset_t()\nsigfillset(&all)\nsigprocmask(SIG_SETMASK, &all, nil)\nwhile true {}",
            limits: CellLimits(seconds: 0.2))
        #expect(run.ending == .timedOut(nil))
    }

    @Test("an interruption stops the cell at once")
    func interrupts() throws {
        let bench = try KernelBench()
        let image = try bench.build("import Glibc\nsleep(1000)")
        let interruption = bench.interruption
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { interruption.raise() }
        let start = Date()
        #expect(try bench.run(image).ending == .interrupted)
        #expect(Date().timeIntervalSince(start) < 2)
    }

    @Test(
        "allocating without end is told as such",
        arguments: [
            "var all: [[UInt8]] = []\nwhile true {\n    all.append([UInt8](repeating: 1, count: 1 << 20))\n}",
            "var all = [1]\nwhile true {\n    all += all\n}",
            "final class Link { var next: Link? }\nvar chain = Link()\nwhile true {\n    let link = Link(); link.next = chain; chain = link\n}",
        ])
    func runsOutOfMemory(source: String) throws {
        let bench = try KernelBench()
        let run = try bench.run(source, limits: CellLimits(seconds: 20, memory: 200 << 20))
        guard case .outOfMemory(let place) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect((1...4).contains(place?.line ?? 0))
        #expect(run.usage.peakMemory < 400 << 20)
    }

    @Test("a cell within its memory limit runs")
    func staysWithinMemory() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "let block = [UInt8](repeating: 1, count: 100 << 20)\nprint(block.count)",
            limits: CellLimits(seconds: 20, memory: 200 << 20))
        #expect(run.output == "104857600\n")
        #expect(run.usage.peakMemory > 100 << 20)
    }

    @Test("text beyond the budget is counted, not kept")
    func cutsText() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "for i in 0..<1000 { print(\"line\", i) }", limits: CellLimits(seconds: 20, outputBytes: 25))
        let whole = (0..<1000).map { "line \($0)\n" }.joined()
        #expect(
            run.items == [
                .stream(.standardOutput, Array(whole.utf8.prefix(25))), .cut(.text(bytes: whole.utf8.count - 25)),
            ])
    }

    @Test("a character is not cut in half")
    func cutsBetweenCharacters() throws {
        let bench = try KernelBench()
        let run = try bench.run("print(\"aé€\")", limits: CellLimits(seconds: 20, outputBytes: 5))
        #expect(run.items == [.stream(.standardOutput, Array("aé".utf8)), .cut(.text(bytes: 4))])
    }

    @Test("printing without end is stopped, and what is kept does not depend on chance")
    func floods() throws {
        let bench = try KernelBench()
        let image = try bench.build("while true { print(\"round and round\") }")
        let limits = CellLimits(seconds: 60, outputBytes: 1000, floodBytes: 4 << 20)
        let run = try bench.run(image, limits: limits)
        guard case .flooded = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(run.items.count == 2)
        #expect(run.items.last == .cut(.text(bytes: nil)))
        #expect(try bench.run(image, limits: limits).items == run.items)
    }
}
