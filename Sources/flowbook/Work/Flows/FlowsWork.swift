import Foundation
import Traffic
import TrafficCapture

/// What `flowbook flows` does: reads packets, writes a table of flows or packets, and tells what became of them all.
struct FlowsWork {
    private let options: FlowsOptions
    private let console: Console
    private let display: MeteringDisplay

    /// Carries out the command.
    static func run(_ options: FlowsOptions, console: Console) throws -> ExitCode {
        // On the terminal the rows themselves tell how far the work is.
        let showsProgress = !options.isQuiet && !options.destination.isTerminal
        let reporter = showsProgress ? console.progress(environment: ProcessInfo.processInfo.environment) : nil
        let work = FlowsWork(options: options, console: console, display: MeteringDisplay(reporter))
        return switch options.profile {
        case .flows(let profile):
            try work.run(options.isBrief ? .brief : profile) { try $0.run($1) }
        case .packets(let profile):
            try work.run(profile) { try $0.run($1) }
        }
    }
}

extension FlowsWork {
    private func run<Row: Sendable>(
        _ profile: Profile<Row>, _ meter: (any Metering, RowWriter<Row>) throws -> MeteringOutcome
    ) throws -> ExitCode {
        let layout = options.destination.layout(profile, width: console.output.columns)
        let writer = try RowWriter(layout, to: options.destination.path)
        let outcome = try outcome(writer, meter)
        console.tell(outcome.report)
        // Who stops a pipe ends the capture; who stops a file, beside a pipe or not, keeps it from being read.
        if outcome.isInterrupted, options.source.readsFiles {
            throw InterruptedMetering(destination: options.destination)
        }
        guard !outcome.isEmpty else { return .unreadable }
        try writer.finish()
        try conclude(outcome)
        return outcome.exitCode
    }

    private func outcome<Row>(
        _ writer: RowWriter<Row>, _ meter: (any Metering, RowWriter<Row>) throws -> MeteringOutcome
    ) throws -> MeteringOutcome {
        let metering = try metering(removing: writer.draft)
        defer { display.clear() }
        return try meter(metering, writer)
    }

    /// The way to meter what was asked for; `draft` is the unfinished file that goes where the work is ended by force.
    private func metering(removing draft: String?) throws -> any Metering {
        switch options.source {
        case .files(let files):
            let keys = try StopByKey(removing: draft)
            return FileMetering(files: files, meter: options.meter, display: display, keys: keys)
        case .interface(let asked):
            let signals = try SignalStop()
            let metering = LiveMetering(
                capture: try LiveCapture(asked), meter: options.meter, display: display, signals: signals)
            if !options.isQuiet { announce(asked) }
            return metering
        }
    }

    /// Says before it begins what a capture will take.
    private func announce(_ capture: LiveCaptureOptions) {
        console.note(CaptureText.announcement(of: capture, verb: "meters", to: options.destination.path))
    }

    private func conclude(_ outcome: MeteringOutcome) throws {
        let summary = MeteringSummary(outcome: outcome, seconds: display.seconds)
        if !options.isQuiet { for line in summary.lines { console.note(line) } }
        if let end = outcome.live?.end, end.isFault { console.report(ErrorReport("cannot capture", describing: end)) }
        guard let path = options.summaryPath else { return }
        let file = try OutputFile(path)
        try file.write(Array((summary.json.text + "\n").utf8))
        try file.finish()
    }
}

extension MeteringOutcome {
    fileprivate var exitCode: ExitCode {
        report.unreadable.isEmpty && live?.end.isFault != true ? .success : .unreadable
    }
}

extension FlowsOptions.Source {
    /// Whether anything comes of files that have an end, and can be read again.
    fileprivate var readsFiles: Bool {
        guard case .files(let files) = self else { return false }
        return files.contains { Files.isRegular($0.path) }
    }
}

extension CaptureEnd {
    /// Whether the capture ended though nobody and nothing asked it to.
    var isFault: Bool {
        switch self {
        case .stopped, .packetLimit, .durationLimit: false
        case .interfaceVanished, .failed: true
        }
    }
}

/// The person stopped the work on files before it was done.
struct InterruptedMetering: Error {
    let destination: TableDestination
}

extension InterruptedMetering: ReportableError {
    var exitCode: ExitCode { .failure }

    var report: ErrorReport {
        let isFile = destination.path != "-"
        return ErrorReport(
            "interrupted", at: isFile ? destination.path : "standard output",
            because: isFile ? "not written, for the files were not read to their end" : "what was written is not whole")
    }
}
