import TrafficCapture

/// What `flowbook capture` does: says what it will record, records it, and says what came of it.
enum CaptureWork {
    static func run(_ options: CaptureOptions, console: Console) throws -> ExitCode {
        guard options.path != "-" || !console.output.isTerminal else { throw PacketsOnTerminal() }
        let signals = try SignalStop()
        let capture = try LiveCapture(options.live)
        var writer = try CaptureWriter(
            options.path, linkType: capture.linkType, snapLength: options.live.snapLength)
        if !options.isQuiet { console.note(CaptureText.announcement(of: options.live, to: options.path)) }
        let report = try record(capture, into: &writer, until: signals.stopper)
        try writer.close()
        if !options.isQuiet || report.hasLosses { console.note(CaptureText.conclusion(of: report)) }
        guard report.end.isFault else { return .success }
        console.report(ErrorReport("cannot capture", describing: report.end))
        return .unreadable
    }

    /// Writes packets as they come, and at every tick what there is: somebody may read at the other end of a pipe.
    private static func record(
        _ capture: LiveCapture, into writer: inout CaptureWriter, until stopper: CaptureStopper
    ) throws -> LiveCaptureReport {
        try capture.run(until: stopper) { event in
            switch event {
            case .frame(let bytes, let frame):
                try writer.append(bytes, time: frame.time, originalLength: frame.originalLength)
            case .tick: try writer.flush()
            }
        }
    }
}

extension LiveCaptureReport {
    fileprivate var hasLosses: Bool { statistics.dropped > 0 || statistics.droppedByInterface ?? 0 > 0 }
}

/// Packets are no text.
struct PacketsOnTerminal: Error {}

extension PacketsOnTerminal: ReportableError {
    var exitCode: ExitCode { .usage }

    var report: ErrorReport {
        ErrorReport(
            "cannot write", at: "standard output", because: "it is a terminal, and packets are no text",
            try: "name a file with --write, or lead the output into a pipe")
    }
}
