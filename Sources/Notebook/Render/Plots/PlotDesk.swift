import Foundation
import Synchronization

/// Draws plots in the background, on all processors, each once however often it is asked for.
final class PlotDesk: Sendable {
    private struct State {
        var drawings: [ContentHash: Operation] = [:]
        var drawn: [ContentHash: WovenPlot] = [:]
    }

    private let state = Mutex(State())
    private let queue = OperationQueue()

    init() { queue.maxConcurrentOperationCount = max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// Begins to draw the plot called `key`, unless that has begun already.
    func begin(_ key: ContentHash, _ draw: @escaping @Sendable () -> WovenPlot) {
        state.withLock { state in
            guard state.drawings[key] == nil else { return }
            let drawing = BlockOperation { [weak self] in
                let plot = draw()
                self?.state.withLock { $0.drawn[key] = plot }
            }
            state.drawings[key] = drawing
            queue.addOperation(drawing)
        }
    }

    /// The plot called `key`, waited for; nil where it was not begun.
    func plot(_ key: ContentHash) -> WovenPlot? {
        state.withLock { $0.drawings[key] }?.waitUntilFinished()
        return state.withLock { $0.drawn[key] }
    }

    /// Forgets what was drawn so far.
    func clear() { state.withLock { $0 = State() } }
}
