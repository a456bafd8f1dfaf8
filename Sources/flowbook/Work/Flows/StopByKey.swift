import Dispatch
import Glibc
import Notebook

/// Stops the reading of files when the person presses Ctrl-C or the system asks the program to end.
///
/// The second signal ends the program at once: reading from a pipe may wait for bytes that never come.
final class StopByKey {
    let interruption: Interruption
    private let sources: [any DispatchSourceSignal]

    /// From now on the first of these signals stops the reading instead of ending the program.
    init() throws {
        let interruption = try Interruption()
        self.interruption = interruption
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            Glibc.signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                guard interruption.isRaised else { return interruption.raise() }
                Glibc.signal(number, SIG_DFL)
                kill(getpid(), number)
            }
            source.resume()
            return source
        }
    }
}
