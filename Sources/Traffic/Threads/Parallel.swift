internal import Glibc

/// Computes independent parts on several threads, all of which have ended when the result is returned.
///
/// Part `i` is computed from `i` alone, so the result is the same for any number of threads.
enum Parallel {
    /// What `part` makes of 0, 1, 2 … in this order.
    ///
    /// Thread t of T computes the parts t, t + T, t + 2T …, the calling thread the first of these shares. Where the
    /// system allows no more threads, it computes the others' too.
    /// - Throws: what the earliest part that failed threw.
    static func map<Success: Sendable, Failure: Error>(
        _ count: Int, threads: Int, _ part: @escaping @Sendable (Int) throws(Failure) -> Success
    ) throws(Failure) -> [Success] {
        let threads = max(1, min(threads, count))
        let share = { @Sendable (first: Int) in
            stride(from: first, to: count, by: threads).map { attempt(part, $0) }
        }
        let running = (1..<threads).map { first in
            (first: first, thread: WorkerThread { () throws(Never) in share(first) })
        }
        let own = share(0)
        let shares = [own] + running.map { $0.thread?.join() ?? share($0.first) }
        var results: [Success] = []
        results.reserveCapacity(count)
        for index in 0..<count { results.append(try shares[index % threads][index / threads].get()) }
        return results
    }

    /// How many threads the machine runs at once.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private static func attempt<Success, Failure>(
        _ part: (Int) throws(Failure) -> Success, _ index: Int
    ) -> Result<Success, Failure> {
        do throws(Failure) {
            return .success(try part(index))
        } catch {
            return .failure(error)
        }
    }
}
