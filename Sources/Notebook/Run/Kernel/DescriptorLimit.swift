import Glibc

/// How many files the system lets this process, and those that it starts, have open.
enum DescriptorLimit {
    /// The kernel's own descriptors have numbers up to 199, out of the way of those that cells get.
    private static let least: rlim_t = 256

    /// Refuses a limit below which no cell can run: what comes of it would be told of whatever met the limit first.
    static func require() throws(KernelError) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < least else {
            return
        }
        throw KernelError(.noDescriptors, "open files", "the limit is \(limit.rlim_cur), and \(least) are needed")
    }
}
