import CSystem
import Foundation
import Synchronization

/// A program that is started once and stops before its `main`: each run is a fork of it, which spares the time its
/// start takes. See `CForkServer.h`.
///
/// It is started by the first run. Any number of runs may go on at once, asked for by any threads.
final class ForkServer: Sendable {
    private struct Connection {
        var channel: Int32
        var process: pid_t
    }

    private let program: String
    private let library: String
    private let environment: [String: String]
    private let timeLimit: Double
    private let connection = Mutex<Connection?>(nil)

    /// A server of the program at a path, into which the library at another path is loaded ahead. The program sees the
    /// given environment.
    init(
        _ program: String, library: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        timeLimit: Double
    ) {
        (self.program, self.library) = (program, library)
        (self.environment, self.timeLimit) = (environment, timeLimit)
    }

    deinit {
        guard let connection = connection.withLock({ $0 }) else { return }
        Glibc.close(connection.channel)
        _ = Subprocess.wait(for: connection.process)
    }

    /// Starts the program, without waiting until it is ready, so that the first run need not wait as long.
    func prepare() { _ = try? channel() }

    /// Runs the program with these arguments in a directory, to its end; both its outputs are collected as one.
    func run(
        _ arguments: [String], in directory: String, input: [UInt8] = []
    ) throws(Subprocess.Problem) -> Subprocess.Completed {
        let channel = try channel()
        let (own, other) = try Self.pair(SOCK_STREAM, for: program)
        defer { Glibc.close(own) }
        let request = ([directory, program] + arguments).flatMap { text -> [UInt8] in Array(text.utf8) + [0] }
        let sent = request.withUnsafeBytes { channel_send(channel, $0.baseAddress, $0.count, other) }
        let code = errno
        Glibc.close(other)
        guard sent == request.count else { throw .cannotStart(path: program, code: code) }
        // What is asked of a fork server is short: it fits into the socket, and writing it never waits.
        _ = input.withUnsafeBytes { Glibc.send(own, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        shutdown(own, Int32(SHUT_WR))
        guard let answer = receive(from: own) else { throw .timedOut(path: program, seconds: timeLimit) }
        return try completed(answer)
    }
}

private extension ForkServer {
    /// The channel to the server, which is started where it does not run yet.
    func channel() throws(Subprocess.Problem) -> Int32 {
        try connection.withLock { connection throws(Subprocess.Problem) in
            if let connection { return connection.channel }
            let started = try start()
            connection = started
            return started.channel
        }
    }

    private func start() throws(Subprocess.Problem) -> Connection {
        let (own, other) = try Self.pair(SOCK_SEQPACKET, for: program)
        defer { Glibc.close(other) }
        var environment = environment
        environment["LD_PRELOAD"] = library
        do {
            let server = Subprocess(path: program, arguments: [], environment: environment)
            return Connection(channel: own, process: try server.start(input: other, output: 2, errors: 2))
        } catch {
            Glibc.close(own)
            throw error
        }
    }

    static func pair(_ kind: __socket_type, for program: String) throws(Subprocess.Problem) -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(kind.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .cannotStart(path: program, code: errno)
        }
        return (ends[0], ends[1])
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
