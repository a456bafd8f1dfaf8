import CSystem
import Glibc
import NotebookDisplay

/// The first process of a kernel: started here, and gone when this is closed.
final class KernelRoot {
    let link: KernelLink
    private var process: pid_t

    /// Starts `options.executable` with its control channel and `queue`'s senders as descriptors 0 to 3.
    init(_ options: KernelSession.Options, queue: OutputQueue) throws(KernelError) {
        let (link, other) = try KernelLink.pair()
        defer { Glibc.close(other) }
        self.link = link
        process = try Self.spawn(
            options,
            descriptors: [
                other, queue.senders[.standardOutput] ?? -1, queue.senders[.standardError] ?? -1,
                queue.senders[.frames] ?? -1,
            ])
    }

    deinit { close() }

    /// Ends the kernel with everything below it; waits until it is gone.
    func close() {
        guard process > 0 else { return }
        shutdown(link.descriptor, Int32(SHUT_RDWR))
        if !isGone(within: 2000) {
            kill(process, SIGKILL)
            while waitpid(process, nil, 0) < 0, errno == EINTR {}
        }
        process = 0
    }

    /// Whether the system lets the addresses in a kernel's processes be the same in every run.
    static var hasFixedAddresses: Bool {
        let personality = system_fix_addresses()
        system_restore_personality(personality)
        return personality != -1
    }

    private func isGone(within milliseconds: Int) -> Bool {
        for _ in 0..<milliseconds * 4 {
            let result = waitpid(process, nil, WNOHANG)
            if result == process || (result < 0 && errno == ECHILD) { return true }
            usleep(250)
        }
        return false
    }
}

extension KernelRoot {
    private static func spawn(_ options: KernelSession.Options, descriptors: [Int32]) throws(KernelError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let moved = descriptors.map { fcntl($0, F_DUPFD_CLOEXEC, 16) }
        defer { for descriptor in moved { Glibc.close(descriptor) } }
        for (target, descriptor) in moved.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
        }
        posix_spawn_file_actions_addclosefrom_np(&actions, Int32(descriptors.count))
        system_spawn_in_directory(&actions, options.workingDirectory)
        return try start(options, &actions)
    }

    private static func start(
        _ options: KernelSession.Options, _ actions: inout posix_spawn_file_actions_t
    ) throws(KernelError) -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        configure(&attributes)
        let variables = options.fixedEnvironment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
        let arguments = [strdup("flowbook-kernel")]
        defer { for text in variables + arguments { free(text) } }
        var process: pid_t = 0
        // Addresses are the same in every run, so that nothing that depends on them differs between two pages.
        let personality = system_fix_addresses()
        defer { system_restore_personality(personality) }
        let error = posix_spawn(
            &process, options.executable, &actions, &attributes, arguments + [nil], variables + [nil])
        guard error == 0 else {
            throw KernelError(.couldNotStart, options.executable, String(cString: strerror(error)))
        }
        return process
    }

    /// A session of its own, so that Ctrl-C on the terminal reaches only the runner; signals as in a fresh process.
    private static func configure(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = Int32(SYSTEM_SPAWN_SETSID) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }
}
