import Dispatch
import Glibc
import Notebook
import Synchronization
import TrafficCapture

/// Stops the reading of files when the person presses Ctrl-C or the system asks the program to end.
///
/// A pipe that gives no bytes is waited for no longer. The second signal ends the program at once, for the case that it
/// hangs on its way out; what was being written does not stay behind. Whoever has come to the end of the work meanwhile
/// waits for that: the program does not tell of a file that it misses, but ends by the signal.
final class StopByKey {
    let interruption: Interruption
    /// Ends the waiting for a pipe's bytes.
    let stopper: CaptureStopper
    private let sources: [any DispatchSourceSignal]
    private let drafts = Drafts()

    /// From now on the first of these signals stops the reading instead of ending the program.
    /// - Parameter draft: the unfinished file that the second one removes, if there is one by now.
    /// - Throws: ``KernelError`` or ``CaptureStopperError`` where the process has no descriptors left.
    init(removing draft: String? = nil) throws {
        let (interruption, stopper) = (try Interruption(), try CaptureStopper())
        (self.interruption, self.stopper) = (interruption, stopper)
        let drafts = drafts
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            Glibc.signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                guard interruption.isRaised else {
                    interruption.raise()
                    return stopper.stop()
                }
                drafts.remove()
                Glibc.signal(number, SIG_DFL)
                kill(getpid(), number)
            }
            source.resume()
            return source
        }
        remove(draft)
    }

    deinit {
        while drafts.areRemoved { pause() }
    }

    /// From now on the second signal removes this unfinished file, too.
    func remove(_ draft: String?) {
        if let draft { drafts.add(draft) }
    }
}

/// Unfinished files; signals come on another thread than the one that makes them.
private final class Drafts: Sendable {
    private let paths = Mutex<[String]>([])
    private let isEnding = Atomic(false)

    /// Whether the program is about to end.
    var areRemoved: Bool { isEnding.load(ordering: .acquiring) }

    func add(_ path: String) { paths.withLock { $0.append(path) } }

    func remove() {
        isEnding.store(true, ordering: .releasing)
        for path in paths.withLock(\.self) { unlink(path) }
    }
}
