import Glibc

/// The three descriptors that every program expects to be open when it begins.
enum StandardStreams {
    /// Takes the places of those that whoever started the program has closed.
    ///
    /// A free number would go to the next file that is opened, and what is said to standard error would be written into
    /// it. The null device stands in, opened the wrong way round, so that using the stream stays the error it was.
    static func fillGaps() {
        for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
            // The system hands out the lowest number that is free, which is this one.
            _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
