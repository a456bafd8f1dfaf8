import CSystem
import Glibc

/// A running fork server, which ends with this value.
final class ForkServerConnection: Sendable {
    private let program: String
    private let channel: Int32
    private let process: pid_t

    /// Starts the program at a path as a server, without waiting until it is ready.
    init(_ program: String, library: String, environment: [String: String]) throws(Subprocess.Problem) {
        let (own, other) = try Self.pair(SOCK_SEQPACKET, for: program)
        defer { Glibc.close(other) }
        var environment = environment
        environment["LD_PRELOAD"] = library
        (self.program, channel) = (program, own)
        do {
            let server = Subprocess(path: program, arguments: [], environment: environment)
            // Where a compiler's objects lie decides on the order of some of its messages.
            let personality = system_fix_addresses()
            defer { system_restore_personality(personality) }
            process = try server.start(input: other, output: 2, errors: 2)
        } catch {
            Glibc.close(own)
            throw error
        }
    }

    deinit {
        Glibc.close(channel)
        _ = Subprocess.wait(for: process)
    }

    /// Whether the server has ended. It is seen no later than that of the processes it has started.
    var isGone: Bool {
        var polled = pollfd(fd: channel, events: 0, revents: 0)
        return poll(&polled, 1, 0) > 0
    }

    /// Asks for a process; its end of the stream that is that process's input and output, which the caller closes.
    func send(_ request: [UInt8]) throws(Subprocess.Problem) -> Int32 {
        let (own, other) = try Self.pair(SOCK_STREAM, for: program)
        let sent = request.withUnsafeBytes { channel_send(channel, $0.baseAddress, $0.count, other) }
        let code = errno
        Glibc.close(other)
        guard sent == request.count else {
            Glibc.close(own)
            throw .cannotStart(path: program, code: code)
        }
        return own
    }

    private static func pair(
        _ kind: __socket_type, for program: String
    ) throws(Subprocess.Problem) -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(kind.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw .cannotStart(path: program, code: errno)
        }
        return (ends[0], ends[1])
    }
}
