import Glibc

/// Why a plot has no picture.
package struct PlotError: Error, Hashable, CustomStringConvertible {
    /// What went wrong.
    package enum Reason: Hashable, Sendable {
        /// There is no gnuplot on PATH.
        case missing
        /// The system does not start it.
        case notStarted(code: Int32)
        /// gnuplot refuses a line of the script.
        case refused(message: String, line: Int?, command: String?)
        /// It did not end in time.
        case timedOut(seconds: Double)
        /// Its picture holds something that is not known to be harmless.
        case unexpectedPicture(String)
    }

    /// What went wrong, apart from its wording.
    package var reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    /// One line: what, where, and the remedy.
    package var description: String {
        switch reason {
        case .missing: "gnuplot: not found on PATH; install it with: apt-get install gnuplot-nox"
        case .notStarted(let code): "gnuplot: does not start: \(String(cString: strerror(code)))"
        case .refused(let message, let line?, let command?): "gnuplot: script line \(line): \(message): \(command)"
        case .refused(let message, _, _): "gnuplot: \(message)"
        case .timedOut(let seconds): "gnuplot: stopped after \(seconds) s; plot fewer points"
        case .unexpectedPicture(let what): "gnuplot: unexpected picture: \(what); the tested version is 5.4"
        }
    }
}
