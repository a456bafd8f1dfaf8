/// State that belongs to the process and not to any variable, through which cells could reach each other.
///
/// Cells that mention the same ambient state keep their order. What the kernel puts back before every cell (working
/// directory, environment, locale, random seeds) is not part of it.
enum AmbientState {
    /// The state that a name gives access to.
    static func behind(_ name: String) -> String? {
        if name.hasPrefix("Unsafe") || name.hasPrefix("withUnsafe") || rawMemory.contains(name) { return "raw memory" }
        if descriptors.contains(name) { return "open files" }
        return shared.contains(name) ? name : nil
    }

    private static let rawMemory: Set<String> = ["Unmanaged", "OpaquePointer", "unsafeBitCast", "malloc", "free"]

    /// Functions of the C library that make or use a descriptor, a plain number behind which a position in a file or
    /// what waits in a pipe changes.
    private static let descriptors: Set<String> = [
        "accept", "bind", "close", "connect", "creat", "dup", "dup2", "dup3", "eventfd", "fcntl", "fdopen", "fopen",
        "fsync", "ftruncate", "inotify_init", "ioctl", "listen", "lseek", "mkfifo", "mkostemp", "mkstemp", "mmap",
        "open", "openat", "pipe", "pipe2", "poll", "pread", "preadv", "pwrite", "pwritev", "read", "readv", "recv",
        "recvfrom",
        "recvmsg", "select", "send", "sendfile", "sendmsg", "sendto", "shutdown", "socket", "socketpair", "splice",
        "timerfd_create", "write", "writev",
    ]

    private static let shared: Set<String> = [
        "DispatchQueue", "HTTPCookieStorage", "NSTimeZone", "NotificationCenter", "OperationQueue", "ProcessInfo",
        "RunLoop",
        "Thread", "URLCache", "URLCredentialStorage", "URLProtocol", "URLSession", "UserDefaults", "atexit", "getopt",
        "getopt_long", "optarg", "opterr", "optind", "optopt", "readLine", "setvbuf", "stderr", "stdin", "stdout",
        "strtok",
    ]
}
