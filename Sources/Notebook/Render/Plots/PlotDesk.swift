import Foundation
import Synchronization

/// Plots on their way: each is drawn in the background as soon as it is known, once, on as many cores as there are.
final class PlotDesk: Sendable {
    private struct Drawing {
        var operation: Operation
        var result: Result
    }

    private final class Result: Sendable {
        let plot = Mutex<WovenPlot?>(nil)
    }

    private let queue = OperationQueue()
    private let drawings = Mutex<[ContentHash: Drawing]>([:])

    init() { queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount }

    /// Begins to draw the plot that is called `key`, unless that was begun before.
    func begin(_ key: ContentHash, draw: @escaping @Sendable () -> WovenPlot) {
        drawings.withLock { drawings in
            guard drawings[key] == nil else { return }
            let result = Result()
            let operation = BlockOperation { result.plot.withLock { $0 = draw() } }
            drawings[key] = Drawing(operation: operation, result: result)
            queue.addOperation(operation)
        }
    }

    /// The plots that were begun under `keys`, in this order; waits for them. Those begun besides are forgotten.
    func take(_ keys: [ContentHash]) -> [WovenPlot] {
        let drawings = drawings.withLock { drawings in
            defer { drawings = [:] }
            return drawings
        }
        return keys.compactMap { key in
            drawings[key]?.operation.waitUntilFinished()
            return drawings[key]?.result.plot.withLock { $0 }
        }
    }
}
