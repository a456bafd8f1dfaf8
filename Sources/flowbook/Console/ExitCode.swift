/// What the program's exit status says; the numbers are part of the interface.
enum ExitCode: Int32, Sendable {
    case success = 0
    /// A notebook, a check or the program's own output failed.
    case failure = 1
    /// The command line asks for nothing we can do.
    case usage = 2
    /// An input could not be read.
    case unreadable = 3
}
