import Foundation
import Notebook
import NotebookDisplay
import Traffic
import TrafficCapture

/// What `flowbook simulate` does: draws packet by packet, and writes packets, flows and the truth about them.
final class SimulateWork {
    private let options: SimulateOptions
    private let console: Console
    private let display: MeteringDisplay
    private let keys: StopByKey
    private var simulation: Simulation
    private var capture: CaptureWriter?
    private var meter = LabelledFlowMeter()
    private let flows: RowWriter<LabelledFlow>?
    private let truth: RowWriter<Episode>?
    private var packets = 0

    /// Carries out the command.
    static func run(_ options: SimulateOptions, console: Console) throws -> ExitCode {
        guard options.capturePath != "-" || !console.output.isTerminal else { throw PacketsOnTerminal() }
        try SimulateWork(options, console).run()
        return .success
    }

    private init(_ options: SimulateOptions, _ console: Console) throws {
        (self.options, self.console) = (options, console)
        simulation = try options.scenario.simulation()
        // Before there is a file, so that a key never leaves a part of one.
        let keys = try StopByKey()
        self.keys = keys
        // All of them before the play begins, which may be long: what cannot be written is told at once.
        if let path = options.capturePath {
            capture = try CaptureWriter(path, linkType: .ethernet, snapLength: options.snapLength)
            keys.remove(capture?.draft)
        }
        flows = try options.flows.map { try $0.writer(.labelled(.flowbook), keys) }
        truth = try options.truth.map { try $0.writer(.episodes, keys) }
        display = MeteringDisplay(
            options.isQuiet ? nil : console.progress(environment: ProcessInfo.processInfo.environment))
    }
}

extension SimulateWork {
    private func run() throws {
        defer { display.clear() }
        let hasCapture = options.capturePath != nil
        while try hasCapture ? writeFrame() : countPacket() { try turn() }
        meter.finish { flow in flows?.write(flow) }
        try capture?.close()
        try flows?.finish()
        try writeTruth()
        display.clear()
        if !options.isQuiet { console.note(conclusion) }
    }

    /// Draws a packet with all its bytes.
    /// - Returns: false where there are no more.
    private func writeFrame() throws -> Bool {
        guard let frame = simulation.nextFrame() else { return false }
        try capture?.append(frame.frame.bytes.span.bytes, time: frame.time)
        if flows != nil { add(LabelledPacket(frame)) }
        return true
    }

    /// Draws what the headers of a packet say.
    /// - Returns: false where there are no more.
    private func countPacket() -> Bool {
        guard let packet = simulation.next() else { return false }
        if flows != nil { add(packet) }
        return true
    }

    private func add(_ packet: LabelledPacket) {
        flows?.begin(at: packet.time)
        meter.add(packet) { [flows] flow in
            flows?.reach(flow.flow.last)
            flows?.write(flow)
        }
    }

    /// Looks up from the work now and then.
    private func turn() throws {
        packets += 1
        guard packets.isMultiple(of: 1024) else { return }
        if let failure = flows?.failure { throw failure }
        if keys.interruption.isRaised { throw InterruptedSimulation() }
        let passed = simulation.episodes.compactMap(\.last).max().map { $0 - options.scenario.start } ?? .zero
        display.show(
            "office", fraction: passed / options.scenario.duration, packets: packets,
            liveFlows: flows == nil ? nil : meter.liveFlows)
    }

    private func writeTruth() throws {
        for episode in simulation.episodes { truth?.write(episode) }
        try truth?.finish()
    }

    private var conclusion: String {
        let verdicts = simulation.episodes.dropFirst().map(\.label.verdict)
        let counts = Verdict.allCases.reversed().compactMap { verdict in
            let count = verdicts.count { $0 == verdict }
            return count == 0 ? nil : "\(NumberFormat.integer.text(for: count)) \(verdict.rawValue)"
        }
        let bytes = simulation.episodes.map(\.bytes).reduce(0, +)
        return "\(packets.counted("packet")), \(bytes.counted("byte"))"
            + (counts.isEmpty ? "" : "; episodes: \(counts.joined(separator: ", "))")
    }
}

extension TableDestination {
    /// A table that does not stay behind in part.
    fileprivate func writer<Row: Sendable>(_ profile: Profile<Row>, _ keys: StopByKey) throws -> RowWriter<Row> {
        let writer = try RowWriter(layout(profile, width: nil), to: path)
        keys.remove(writer.draft)
        return writer
    }
}

/// The person stopped the work before it was done.
struct InterruptedSimulation: Error {}

extension InterruptedSimulation: ReportableError {
    var exitCode: ExitCode { .failure }

    var report: ErrorReport {
        ErrorReport("interrupted", at: "simulate", because: "not written, for the scenario was not played to its end")
    }
}

extension ScenarioError: ReportableError {
    var exitCode: ExitCode { .usage }
    var report: ErrorReport {
        ErrorReport("invalid value", at: argument, because: "it is \(value)", try: "give \(expected)")
    }
}
