import Notebook
import Testing

@Suite("State across cells", .serialized)
struct KernelStateTests {
    @Test("a later cell sees the values and types of an earlier one")
    func sharesState() throws {
        let bench = try KernelBench()
        let first = try bench.snapshot(
            "struct Point { var x: Int }\nfinal class Store { var count = 0 }\nlet store = Store()\nvar point = Point(x: 1)"
        )
        let second = try bench.snapshot("store.count += 2\npoint.x += 40", from: first)
        #expect(try bench.run("print(store.count, point, point.x + 1)", from: second).output == "2 Point(x: 41) 42\n")
    }

    @Test("alternatives from one snapshot know nothing of each other")
    func isolatesAlternatives() throws {
        let bench = try KernelBench()
        let base = try bench.snapshot("final class Store { var count = 1 }\nlet store = Store()\nvar number = 10")
        let image = try bench.build("store.count *= 2\nnumber += 1\nprint(store.count, number)")
        let trap = try bench.build("store.count = 99\nlet none: Int? = nil\nprint(none!)")
        #expect(try bench.run(image, from: base).output == "2 11\n")
        guard case .crashed = try bench.run(trap, from: base).ending else {
            Issue.record("the second alternative must trap")
            return
        }
        #expect(try bench.run(image, from: base).output == "2 11\n")
    }

    @Test("a snapshot continues after many cells were run from it and discarded")
    func survivesDiscarding() throws {
        let bench = try KernelBench()
        let base = try bench.snapshot("var number = 10")
        let image = try bench.build("number += 1\nprint(number)")
        for _ in 0..<300 {
            let run = try bench.run(image, from: base)
            #expect(run.output == "11\n")
            bench.session.discard(try #require(run.snapshot))
        }
        #expect(try bench.run("print(number)", from: base).output == "10\n")
    }

    @Test("a discarded snapshot and those below it can no longer be used")
    func discardsSubtree() throws {
        let bench = try KernelBench()
        let first = try bench.snapshot("let a = 1")
        let second = try bench.snapshot("let b = a + 1", from: first)
        bench.session.discard(first)
        #expect(throws: KernelError.self) { try bench.run("print(a)", from: second) }
        #expect(try bench.run("print(1)").output == "1\n")
    }
}
