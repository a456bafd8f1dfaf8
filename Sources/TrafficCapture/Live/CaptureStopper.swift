/// Ends live captures at once, traffic or none, and the reading of pipes, bytes or none.
///
///     let stopper = try CaptureStopper()
///     // on another thread: stopper.stop()
///     let report = try capture.run(until: stopper) { event in … }
///
/// A stopper stays stopped: a capture begun with it later ends as soon as it begins. Several captures may share one.
/// A file that is no pipe is read on: whoever reads it is asked for each frame whether there is to be another.
public struct CaptureStopper: Sendable {
    let pipe: SelfPipe

    /// A stopper nobody has used yet.
    /// - Throws: ``CaptureStopperError`` where the process has no file descriptors left.
    public init() throws(CaptureStopperError) {
        guard let pipe = SelfPipe() else { throw CaptureStopperError() }
        self.init(pipe: pipe)
    }

    init(pipe: SelfPipe) {
        self.pipe = pipe
    }

    /// Whether somebody has stopped it.
    var isStopped: Bool { pipe.isReadable }

    /// Ends the captures that run with this stopper.
    ///
    /// May be called from any thread, any number of times, and from a signal handler: it writes one byte to a pipe.
    public func stop() {
        pipe.signal()
    }
}

/// A process has no file descriptors left.
public struct CaptureStopperError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The fault and what to do about it.
    public var description: String { "too many open files: raise the limit with 'ulimit -n'" }
}
