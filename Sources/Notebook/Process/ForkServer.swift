import CChannel
import Foundation

/// A program that was started once and stops before its `main`: each run is a fork of it, which spares the time its
/// start takes. See `CForkServer.h`.
///
/// Any number of runs may go on at once, asked for by any threads.
final class ForkServer: Sendable {
    private let program: String
    private let timeLimit: Double
    private let channel: Int32
    private let process: pid_t

    /// Starts `program` with the server's library, at the path `library`, loaded ahead of it.
    init(_ program: String, library: String, timeLimit: Double) throws(Subprocess.Problem) {
        (self.program, self.timeLimit) = (program, timeLimit)
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .cannotStart(path: program, code: errno)
        }
        channel = ends[0]
        defer { Glibc.close(ends[1]) }
        var environment = ProcessInfo.processInfo.environment
        environment["LD_PRELOAD"] = library
        do {
            process = try Subprocess(path: program, arguments: [], environment: environment)
                .start(input: ends[1], output: 2, errors: 2)
        } catch {
            Glibc.close(ends[0])
            throw error
        }
    }

    deinit {
        Glibc.close(channel)
        _ = Subprocess.wait(for: process)
    }

    /// Runs the program with these arguments in a directory, to its end; both its outputs are collected as errors.
    func run(_ arguments: [String], in directory: String) throws(Subprocess.Problem) -> Subprocess.Completed {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .cannotStart(path: program, code: errno)
        }
        defer { Glibc.close(ends[0]) }
        let request = ([directory, program] + arguments).flatMap { text -> [UInt8] in Array(text.utf8) + [0] }
        let sent = request.withUnsafeBytes { channel_send(channel, $0.baseAddress, $0.count, ends[1]) }
        let code = errno
        Glibc.close(ends[1])
        guard sent == request.count else { throw .cannotStart(path: program, code: code) }
        guard let answer = receive(from: ends[0]) else { throw .timedOut(path: program, seconds: timeLimit) }
        return try completed(answer)
    }

    /// Everything up to the end of the stream; nil when the time limit passed first.
    private func receive(from descriptor: Int32) -> [UInt8]? {
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
    private func completed(_ answer: [UInt8]) throws(Subprocess.Problem) -> Subprocess.Completed {
        guard answer.count >= MemoryLayout<Int32>.size else { throw .cannotStart(path: program, code: EAGAIN) }
        let status = answer.suffix(MemoryLayout<Int32>.size).withUnsafeBytes { $0.loadUnaligned(as: Int32.self) }
        return Subprocess.Completed(
            status: Subprocess.exitCode(status), output: [], errors: answer.dropLast(MemoryLayout<Int32>.size))
    }
}
