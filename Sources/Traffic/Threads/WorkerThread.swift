internal import Glibc

/// A thread that computes one thing, and is waited for: the library leaves no thread behind, so the program may be
/// forked at any time.
///
/// Invariant: `work` is written by the thread alone until it has ended, and read only after it was waited for.
package struct WorkerThread<Success: Sendable, Failure: Error> {
    private let thread: pthread_t
    private let work: Work<Success, Failure>

    /// Starts the thread; nil where the system allows no more threads.
    package init?(_ body: @escaping @Sendable () throws(Failure) -> Success) {
        work = Work(body)
        let box = Unmanaged<Runnable>.passRetained(work)
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { box in
                if let box { Unmanaged<Runnable>.fromOpaque(box).takeRetainedValue().run() }
                return nil
            }, box.toOpaque())
        guard failure == 0 else {
            box.release()
            return nil
        }
        self.thread = thread
    }

    /// Waits for the thread to end.
    /// - Returns: what it computed.
    /// - Throws: what it threw.
    package func join() throws(Failure) -> Success {
        pthread_join(thread, nil)
        return try work.result.get()
    }
}

/// Something a thread does.
private class Runnable {
    func run() {}
}

/// Something a thread does, and its result.
private final class Work<Success: Sendable, Failure: Error>: Runnable {
    private let body: () throws(Failure) -> Success
    private var outcome: Result<Success, Failure>?

    init(_ body: @escaping @Sendable () throws(Failure) -> Success) {
        self.body = body
    }

    override func run() {
        do throws(Failure) {
            outcome = .success(try body())
        } catch {
            outcome = .failure(error)
        }
    }

    /// What the thread that has ended left.
    var result: Result<Success, Failure> {
        guard let outcome else { fatalError("a worker thread ended without a result") }
        return outcome
    }
}
