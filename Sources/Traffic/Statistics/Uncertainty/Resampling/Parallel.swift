internal import Glibc

/// Computes independent parts on several threads, all of which have ended when the result is returned: the library
/// leaves no thread behind, so the program may be forked at any time.
///
/// Invariant: a share is written by its own thread alone until that thread has ended, and read only after it was waited
/// for. Part `i` is computed from `i` alone, so the result is the same for any number of threads.
enum Parallel {
    /// What `part` makes of 0, 1, 2 … in this order.
    ///
    /// Thread t of T computes the parts t, t + T, t + 2T …, the calling thread the first of these shares. Where the
    /// system allows no more threads, it computes the others' too.
    /// - Throws: what the earliest part that failed threw.
    static func map<Success: Sendable>(
        _ count: Int, threads: Int, _ part: @escaping @Sendable (Int) throws(StatisticsError) -> Success
    ) throws(StatisticsError) -> [Success] {
        let threads = max(1, min(threads, count))
        let shares = (0..<threads).map { first in
            Share { stride(from: first, to: count, by: threads).map { index in attempt(part, index) } }
        }
        let running = shares.dropFirst().map { (share: $0, thread: start($0)) }
        shares[0].run()
        for (share, thread) in running {
            if let thread { pthread_join(thread, nil) } else { share.run() }
        }
        var results: [Success] = []
        results.reserveCapacity(count)
        for index in 0..<count { results.append(try shares[index % threads].parts[index / threads].get()) }
        return results
    }

    /// How many threads the machine runs at once.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private static func attempt<Success>(
        _ part: (Int) throws(StatisticsError) -> Success, _ index: Int
    ) -> Result<Success, StatisticsError> {
        do throws(StatisticsError) {
            return .success(try part(index))
        } catch {
            return .failure(error)
        }
    }

    /// Starts a thread that runs a share; nil where the system allows none.
    private static func start(_ share: Runnable) -> pthread_t? {
        let box = Unmanaged.passRetained(share)
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
        return thread
    }
}

/// Something a thread does.
private class Runnable {
    func run() {}
}

/// The parts that one thread computes.
private final class Share<Part>: Runnable {
    private let body: () -> [Part]
    private(set) var parts: [Part] = []

    init(_ body: @escaping () -> [Part]) {
        self.body = body
    }

    override func run() {
        parts = body()
    }
}
