import CSystem
import Foundation

/// One run of another program, to its end: its input is given, its output collected.
struct Subprocess {
    /// What a finished program left.
    struct Completed {
        /// The exit code, or 128 + the signal that ended it.
        var status: Int32
        var output: [UInt8]
        var errors: [UInt8]

        var errorText: String { String(decoding: errors, as: UTF8.self) }
    }

    /// Why a program could not be run to its end.
    enum Problem: Error {
        case cannotStart(path: String, code: Int32)
        case timedOut(path: String, seconds: Double)

        /// What is wrong with the program, in lower case, without its path.
        var reason: String {
            switch self {
            case .cannotStart(_, let code): "cannot be started: \(String(cString: strerror(code)))"
            case .timedOut(_, let seconds): "did not end within \(seconds.formatted()) s"
            }
        }
    }

    var path: String
    var arguments: [String]
    var directory: String?
    /// The program's whole environment; nil hands on our own.
    var environment: [String: String]?
    var timeLimit = 60.0

    /// Starts the program, feeds it `input`, and waits for its end.
    ///
    /// Safe to call from several threads at once: every descriptor made here is closed on exec.
    func run(input: [UInt8] = []) throws(Problem) -> Completed {
        guard let pipes = Pipes() else { throw .cannotStart(path: path, code: errno) }
        defer { pipes.close() }
        let process = try start(input: pipes.input.read, output: pipes.output.write, errors: pipes.errors.write)
        pipes.closeChildEnds()
        let deadline = Date(timeIntervalSinceNow: timeLimit)
        let finished = pipes.exchange(input: input, until: deadline)
        if finished == nil { kill(process, SIGKILL) }
        let status = Self.wait(for: process)
        guard let finished else { throw .timedOut(path: path, seconds: timeLimit) }
        return Completed(status: status, output: finished.output, errors: finished.errors)
    }

    /// Starts the program on the given descriptors and leaves it to the caller.
    func start(input: Int32, output: Int32, errors: Int32) throws(Problem) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in [input, output, errors].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        if let directory { system_spawn_in_directory(&actions, directory) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.restoreSignals(&attributes)
        var process: pid_t = 0
        let code = CStringArray.with([path] + arguments) { argv in
            guard let environment else { return posix_spawn(&process, path, &actions, &attributes, argv, environ) }
            let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            return CStringArray.with(variables) { posix_spawn(&process, path, &actions, &attributes, argv, $0) }
        }
        guard code == 0 else { throw .cannotStart(path: path, code: code) }
        return process
    }

    /// The program finds a broken pipe deadly, as programs do, although we ignore it.
    private static func restoreSignals(_ attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    }

    /// Waits for a started program; its exit code, or 128 + the signal that ended it.
    static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return exitCode(status)
    }

    /// The exit code in a status of wait(2), or 128 + the signal.
    static func exitCode(_ status: Int32) -> Int32 {
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}

/// A null-terminated array of C strings that lives as long as a call.
enum CStringArray {
    typealias Pointer = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

    static func with<Result>(_ strings: [String], _ body: (Pointer) -> Result) -> Result {
        var pointers = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("the array holds at least the terminator") }
            return body(base)
        }
    }
}
