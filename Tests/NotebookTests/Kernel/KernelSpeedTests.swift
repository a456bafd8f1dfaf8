import Foundation
import Notebook
import Testing

/// Figures are printed; the bounds are generous, for a busy machine.
@Suite("Speed of the kernel", .serialized)
struct KernelSpeedTests {
    private func milliseconds(_ count: Int, _ body: () throws -> Void) rethrows -> [Double] {
        try (0..<count).map { _ in
            let start = ContinuousClock.now
            try body()
            let elapsed = ContinuousClock.now - start
            return Double(elapsed.components.attoseconds) / 1e15 + Double(elapsed.components.seconds) * 1e3
        }.sorted()
    }

    @Test("a small cell runs within milliseconds")
    func runsSmallCell() throws {
        let bench = try KernelBench()
        let image = try bench.build("let a = 1\nprint(a + 1)")
        var snapshots: [Snapshot] = []
        let times = try milliseconds(200) { try snapshots.append(#require(bench.run(image).snapshot)) }
        let ends = milliseconds(1) { for snapshot in snapshots { bench.session.discard(snapshot) } }
        print("fork, load and run: median \(times[100]) ms, least \(times[0]) ms; discard: \(ends[0] / 200) ms")
        #expect(times[100] < 50)
    }

    @Test("a session starts within milliseconds")
    func startsSession() throws {
        let bench = try KernelBench()
        let times = try milliseconds(20) { try KernelSession(bench.session.options).close() }
        print("start and close a session: median \(times[10]) ms, least \(times[0]) ms")
        #expect(times[10] < 500)
    }

    @Test("a hundred thousand lines are taken in good time")
    func takesLines() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "for i in 0..<100_000 { print(i) }", limits: CellLimits(seconds: 30, outputBytes: 1 << 20))
        print("100,000 lines: \(run.usage.wall * 1000) ms")
        #expect(run.output.utf8.count == 588_890)
    }
}
