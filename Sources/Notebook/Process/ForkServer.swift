import CSystem
import Foundation
import Synchronization

/// A program that is started once and stops before its `main`: each run is a fork of it, which spares the time its
/// start takes. See `CForkServer.h`.
///
/// It is started by the first run, and started anew when it has ended. Any number of runs may go on at once, asked for
/// by any threads.
final class ForkServer: Sendable {
    private let program: String
    private let library: String
    private let environment: [String: String]
    private let timeLimit: Double
    private let state = Mutex<State>(State())

    private struct State {
        var connection: ForkServerConnection?
        /// Whether a server has ended without being asked to. The next ones take no risk.
        var hasFailed = false
    }

    /// A server of the program at a path, into which the library at another path is loaded ahead. The program sees the
    /// given environment.
    init(
        _ program: String, library: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        timeLimit: Double
    ) {
        (self.program, self.library) = (program, library)
        (self.environment, self.timeLimit) = (environment, timeLimit)
    }

    /// Starts the program, without waiting until it is ready, so that the first run need not wait as long.
    func prepare() { _ = try? connected() }

    /// Runs the program with these arguments in a directory, to its end; both its outputs are collected as one.
    ///
    /// Where the server ends before the program, the program is run once more, by a new server.
    func run(
        _ arguments: [String], in directory: String, input: [UInt8] = []
    ) throws(Subprocess.Problem) -> Subprocess.Completed {
        let request = ([directory, program] + arguments).flatMap { text -> [UInt8] in Array(text.utf8) + [0] }
        let server = try connected()
        do {
            return try run(request, input, on: server)
        } catch {
            guard server.isGone else { throw error }
            forget(server)
            return try run(request, input, on: try connected())
        }
    }
}

private extension ForkServer {
    /// The server, which is started where it does not run yet.
    func connected() throws(Subprocess.Problem) -> ForkServerConnection {
        try state.withLock { state throws(Subprocess.Problem) in
            if let connection = state.connection { return connection }
            var environment = environment
            if state.hasFailed { environment["FLOWBOOK_FORK_SERVER_LEARNS_NOTHING"] = "1" }
            let started = try ForkServerConnection(program, library: library, environment: environment)
            state.connection = started
            return started
        }
    }

    /// Lets the next run start a new server, unless another has done so already.
    func forget(_ server: ForkServerConnection) {
        state.withLock { state in
            guard state.connection === server else { return }
            (state.connection, state.hasFailed) = (nil, true)
        }
    }

    func run(
        _ request: [UInt8], _ input: [UInt8], on server: ForkServerConnection
    ) throws(Subprocess.Problem) -> Subprocess.Completed {
        let own = try server.send(request)
        defer { Glibc.close(own) }
        // What is asked of a fork server is short: it fits into the socket, and writing it never waits.
        _ = input.withUnsafeBytes { Glibc.send(own, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        shutdown(own, Int32(SHUT_WR))
        guard let answer = receive(from: own) else { throw .timedOut(path: program, seconds: timeLimit) }
        // What stands at the end of an answer is a status only if the server was there to write it.
        guard !server.isGone else { throw .cannotStart(path: program, code: EPIPE) }
        return try completed(answer)
    }

    /// Everything up to the end of the stream; nil when the time limit passed first.
    func receive(from descriptor: Int32) -> [UInt8]? {
        let deadline = Date(timeIntervalSinceNow: timeLimit)
        var answer: [UInt8] = []
        while true {
            var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = deadline.timeIntervalSinceNow
            guard left > 0, poll(&polled, 1, Int32(left * 1000) + 1) != 0 else { return nil }
            let part = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
                count = max(0, recv(descriptor, buffer.baseAddress, buffer.count, 0))
            }
            if part.isEmpty { return answer }
            answer += part
        }
    }

    /// Takes the wait status off the end of an answer; without one the process could not be started.
    func completed(_ answer: [UInt8]) throws(Subprocess.Problem) -> Subprocess.Completed {
        guard answer.count >= MemoryLayout<Int32>.size else { throw .cannotStart(path: program, code: EAGAIN) }
        let status = answer.suffix(MemoryLayout<Int32>.size).withUnsafeBytes { $0.loadUnaligned(as: Int32.self) }
        let output = Array(answer.dropLast(MemoryLayout<Int32>.size))
        return Subprocess.Completed(status: Subprocess.exitCode(status), output: output, errors: output)
    }
}
