import Foundation

/// One run of gnuplot.
struct GnuplotProcess {
    private let identifier: pid_t
    /// The end of a pair whose other end the process alone holds, so that it reads as ended when the process has.
    private let life: Int32

    /// Starts gnuplot with these files as its standard input, output and error.
    ///
    /// The script is opened by a path, because gnuplot counts lines only in files that have one. Its environment holds
    /// nothing of the reader's, nor is a start-up file read: the picture depends on the script alone.
    init(path: String, standardFiles: [Int32]) throws(PlotError) {
        var ends: [Int32] = [-1, -1]
        // Sockets, not a pipe: they close on exec from the first moment, whatever another thread starts meanwhile.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw PlotError(.notStarted(code: errno)) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, file) in (standardFiles + [ends[1]]).enumerated() {
            posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
        }
        var arguments = [strdup(path), strdup("-d"), strdup("/proc/self/fd/0"), nil]
        var environment = [strdup("LC_ALL=C.UTF-8"), nil]
        defer { for text in arguments + environment { free(text) } }
        var started: pid_t = 0
        let code = posix_spawn(&started, path, &actions, nil, &arguments, &environment)
        guard code == 0 else {
            close(ends[0])
            throw PlotError(.notStarted(code: code))
        }
        identifier = started
        life = ends[0]
    }

    /// The exit status, or 128 and more after a signal; a process that takes longer is killed. Called once.
    func wait(seconds: Double) throws(PlotError) -> Int32 {
        defer { close(life) }
        let ended = Self.poll(life, until: Date(timeIntervalSinceNow: seconds))
        if !ended { kill(identifier, SIGKILL) }
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        guard ended else { throw PlotError(.timedOut(seconds: seconds)) }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    private static func poll(_ descriptor: Int32, until end: Date) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            let rest = Int32(min(max(end.timeIntervalSinceNow * 1000, 0), 1e9))
            let count = Glibc.poll(&request, 1, rest)
            if count > 0 { return true }
            if count == 0 || errno != EINTR { return false }
        }
    }
}
