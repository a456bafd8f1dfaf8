import Testing

@testable import Traffic

@Suite("Work on several threads")
struct ParallelTests {
    struct Fault: Error, Equatable {
        let part: Int
    }

    @Test("parts come in order, whatever the number of threads", arguments: [Int.min, 0, 1, 2, 3, 7, 64, .max])
    func order(threads: Int) {
        for count in [0, 1, 2, 10, 41] {
            let parts = Parallel.map(count, threads: threads) { $0 * $0 }
            #expect(parts == (0..<count).map { $0 * $0 })
        }
    }

    @Test("of parts that fail the earliest is told, whichever thread had it", arguments: 1...6)
    func failures(threads: Int) {
        let fault = #expect(throws: Fault.self) {
            try Parallel.map(20, threads: threads) { part throws(Fault) in
                guard part < 11 || part % 3 == 0 else { throw Fault(part: part) }
                return part
            }
        }
        #expect(fault == Fault(part: 11))
    }

    @Test("a thread gives what it computed, or throws what it threw")
    func worker() throws {
        let computing = try #require(WorkerThread { () throws(Fault) in 42 })
        #expect(try computing.join() == 42)
        let failing = try #require(WorkerThread { () throws(Fault) -> Int in throw Fault(part: 5) })
        #expect(throws: Fault(part: 5)) { try failing.join() }
    }
}
