import Glibc
import NotebookDisplay

/// One cell while it runs: takes what it writes and what the kernel reports about it, and stops it at its limits.
struct CellExecution {
    /// Why the runner stopped the cell.
    enum Stop { case timedOut, interrupted, flooded }

    let number: UInt32
    private let link: KernelLink
    private let parent: KernelLink
    private let limits: CellLimits
    private let start = Self.now()
    private var collector: OutputCollector
    private var records: [UInt8] = []
    private var isLinkClosed = false
    private var patienceEnds = Double.infinity

    private(set) var completion: KernelReport.Completion?
    private(set) var last: KernelReport.LastReport?
    private(set) var reaping: KernelReport.Reaping?
    private(set) var stop: Stop?
    /// The kernel does not answer any more.
    private(set) var isLost = false
    private(set) var measuredWall = 0.0

    /// `link` is the channel of the process that runs the cell; `parent` that of the process that forked it, which
    /// alone can end it and learn how it ended.
    init(number: UInt32, link: KernelLink, parent: KernelLink, limits: CellLimits) {
        self.number = number
        self.link = link
        self.parent = parent
        self.limits = limits
        collector = OutputCollector(limits: limits)
    }

    /// Waits for the end of the cell.
    mutating func conduct(queue: OutputQueue, interruption: Interruption) {
        while !isOver {
            wait(for: queue, interruption)
            drain(queue, atMost: Self.packetsInARow)
            takeReports()
            if !isOver { enforceLimits(interruption) }
        }
        measuredWall = Self.now() - start
        // The cell and all it started are at rest or gone: what they wrote is in the queue.
        drain(queue, atMost: .max)
    }

    /// So many packets are taken before looking at the clock again.
    private static let packetsInARow = 64

    /// Seconds in which the kernel must have ended a cell that it was told to stop: it gives two to a cell that does
    /// not listen, and a busy machine takes its time.
    private static let patience = 10.0

    private var isOver: Bool { reaping != nil || isLost || (completion != nil && stop == nil) }
}

extension CellExecution {
    /// What the cell produced, in order.
    var items: [RawItem] { collector.finished(isExact: stop == nil) }

    /// What it asked of the system; nil where its process could not tell.
    var observations: [Observation]? {
        completion == nil && last == nil ? nil : try? Observation.list(records: records)
    }

    var usage: CellUsage {
        let usage = completion?.usage ?? reaping?.usage
        let wall = completion?.usage.wallNanoseconds ?? last?.wallNanoseconds
        return CellUsage(
            wall: wall.map { Double($0) / 1e9 } ?? measuredWall,
            processor: usage.map { Double($0.userMicroseconds + $0.systemMicroseconds) / 1e6 } ?? 0,
            peakMemory: usage?.peakBytes ?? 0)
    }

    /// Whether the cell held about as much as it was allowed to when it ended.
    var isAtMemoryLimit: Bool {
        guard limits.memory > 0, let last else { return false }
        return last.dataBytes >= limits.memory / 100 * 95
    }
}

extension CellExecution {
    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func wait(for queue: OutputQueue, _ interruption: Interruption) {
        // Descriptors below zero are passed over by poll.
        let descriptors = [
            queue.receiver, isLinkClosed ? -1 : link.descriptor, parent.descriptor,
            stop == nil ? interruption.descriptor : -1,
        ]
        var requests = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let end = stop == nil ? start + limits.seconds : patienceEnds
        let milliseconds = min(max(0, (end - Self.now()) * 1000), 60_000)
        poll(&requests, nfds_t(requests.count), Int32(milliseconds.rounded(.up)))
    }

    private mutating func drain(_ queue: OutputQueue, atMost count: Int) {
        var left = count
        while left > 0, queue.receive({ collector.add($1, from: $0) }) { left -= 1 }
    }

    private mutating func takeReports() {
        while !isLinkClosed, let report = next(from: link, isClosed: &isLinkClosed) { take(report) }
        while !isLost, reaping == nil, let report = next(from: parent, isClosed: &isLost) { take(report) }
    }

    private func next(from link: KernelLink, isClosed: inout Bool) -> KernelReport? {
        switch link.receive() {
        case .report(let report): return report
        case .closed: isClosed = true
        case .nothing: break
        }
        return nil
    }

    private mutating func take(_ report: KernelReport) {
        switch report {
        case .observed(let part): records += part
        case .completed(let completion): self.completion = completion
        case .ended(let last): self.last = last
        case .reaped(let reaping) where reaping.number == number: self.reaping = reaping
        // The end of a snapshot that nothing waits for.
        case .reaped, .hello: break
        }
    }

    private mutating func enforceLimits(_ interruption: Interruption) {
        if stop != nil {
            isLost = Self.now() > patienceEnds
        } else if interruption.isRaised {
            end(because: .interrupted)
        } else if collector.isFlooded {
            end(because: .flooded)
        } else if Self.now() - start > limits.seconds {
            end(because: .timedOut)
        }
    }

    private mutating func end(because reason: Stop) {
        stop = reason
        patienceEnds = Self.now() + Self.patience
        if (try? parent.send(.stop(number))) == nil { isLost = true }
    }
}
