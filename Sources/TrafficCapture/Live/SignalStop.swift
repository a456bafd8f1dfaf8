internal import Glibc

/// Lets Ctrl-C, SIGTERM and a closed terminal end a capture in an orderly way, as long as it lives.
///
///     let signals = try SignalStop()
///     let report = try capture.run(until: signals.stopper) { event in … }
///
/// The first signal of a kind stops the captures; a second SIGINT or SIGTERM ends the process, for the case that the
/// program hangs on its way out. A terminal that closes may send SIGHUP twice, once itself and once through its shell,
/// so a second one of that does nothing; and where SIGHUP is ignored, as under `nohup`, it stays so. When this is
/// released, signals do again what they did before. Signals belong to the process, so only one of these should live at
/// a time.
public final class SignalStop {
    /// Stopped by the first signal.
    public let stopper: CaptureStopper
    private let former: [(signal: Int32, action: sigaction)]

    /// Begins to catch SIGINT, SIGTERM and SIGHUP.
    /// - Throws: ``CaptureStopperError`` where the process has no file descriptors left.
    public init() throws(CaptureStopperError) {
        guard let pipe = Self.pipe else { throw CaptureStopperError() }
        pipe.clear()
        stopper = CaptureStopper(pipe: pipe)
        former = [SIGINT, SIGTERM, SIGHUP].map { ($0, Self.exchange($0, for: Self.action(for: $0))) }
        for (signal, action) in former where signal == SIGHUP && Self.isIgnoring(action) {
            _ = Self.exchange(signal, for: action)
        }
    }

    deinit {
        for (signal, action) in former { _ = Self.exchange(signal, for: action) }
    }

    /// What a handler can reach: as handlers belong to the whole process, so does the pipe they write to. It is made
    /// before the first handler is installed, so that the handler finds it made.
    private static let pipe = SelfPipe()

    /// Writes to the pipe; but for SIGHUP once, after that the signal's default action is back.
    private static func action(for signal: Int32) -> sigaction {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in SignalStop.pipe?.signal() }
        let once = signal == SIGHUP ? 0 : Int32(bitPattern: UInt32(SA_RESETHAND))
        action.sa_flags = SA_RESTART | once
        return action
    }

    /// Whether a signal with this action does nothing.
    private static func isIgnoring(_ action: sigaction) -> Bool {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func exchange(_ signal: Int32, for action: sigaction) -> sigaction {
        var action = action
        var former = sigaction()
        sigaction(signal, &action, &former)
        return former
    }
}
