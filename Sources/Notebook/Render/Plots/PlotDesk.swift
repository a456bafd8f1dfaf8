import Foundation
import Synchronization

/// Where plots are drawn in the background, each once at a time, on as many cores as there are.
final class PlotDesk: Sendable {
    private let queue = OperationQueue()
    private let drawings = Mutex<[ContentHash: Operation]>([:])

    init() { queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount }

    /// Begins to draw the plot that is called `key`, unless it is being drawn.
    func begin(_ key: ContentHash, draw: @escaping @Sendable () -> Void) {
        drawings.withLock { drawings in
            guard drawings[key] == nil else { return }
            let drawing = BlockOperation { [weak self] in
                draw()
                self?.drawings.withLock { $0[key] = nil }
            }
            drawings[key] = drawing
            queue.addOperation(drawing)
        }
    }

    /// Waits until the plot that is called `key` is not being drawn any more.
    func wait(for key: ContentHash) { drawings.withLock { $0[key] }?.waitUntilFinished() }
}
