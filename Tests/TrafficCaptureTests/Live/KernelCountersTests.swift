import Testing

@testable import TrafficCapture

@Suite("the kernel's counts")
struct KernelCountersTests {
    @Test(
        "go on beyond 32 bits",
        arguments: [
            ([0, 5, 5, 9], 9),
            ([UInt32.max], UInt64(UInt32.max)),
            ([UInt32.max, 0], 1 << 32),
            ([4_000_000_000, 1_000_000_000, 4_000_000_000, 1_000_000_000], 2 << 32 | 1_000_000_000),
        ] as [([UInt32], UInt64)])
    func wrap(readings: [UInt32], total: UInt64) {
        var counter = WrappingCounter()
        for reading in readings { counter.advance(to: reading) }
        #expect(counter.total == total)
    }

    @Test("are of packets seen, but for those dropped")
    func seen() {
        #expect(CaptureStatistics(delivered: 3, received: 5, dropped: 2).seen == 3)
    }

    @Test(
        "of an interface tell what it lost since the capture began, beyond 32 bits, and nothing where it does not tell",
        arguments: [
            (7, [7, 9, nil], 2), (UInt32.max, [1], 2), (UInt32.max, [0, UInt32.max, nil, 4], (1 << 32) + 5),
            (nil, [9], nil), (3, [nil], 0),
        ] as [(UInt32?, [UInt32?], UInt64?)])
    func interface(before: UInt32?, readings: [UInt32?], total: UInt64?) {
        var counters = KernelCounters(dropsBefore: before)
        for reading in readings { counters.advance(droppedByInterface: reading) }
        #expect(counters.statistics(delivered: 0).droppedByInterface == total)
    }
}
