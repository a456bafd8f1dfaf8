import Foundation
import Notebook
import NotebookDisplay
import Traffic
import TrafficCapture

/// What `flowbook entropy` does: reads a capture once and writes the figures of each window when it has ended.
final class EntropyWork {
    private let options: EntropyOptions
    private let console: Console
    private let writer: RowWriter<EntropyRow>
    private let display: MeteringDisplay
    private let keys: StopByKey
    private var stream: EntropyStream
    /// Why a window has no figure that could be written.
    private var fault: EntropyFault?

    /// Carries out the command.
    static func run(_ options: EntropyOptions, console: Console) throws -> ExitCode {
        try EntropyWork(options, console).run()
    }

    private init(_ options: EntropyOptions, _ console: Console) throws {
        (self.options, self.console) = (options, console)
        stream = try EntropyStream(of: options.variables, in: options.windowing, keepingSpectra: true)
        writer = try RowWriter(
            options.destination.layout(options.profile, width: console.output.columns), to: options.destination.path)
        keys = try StopByKey(removing: writer.draft)
        let showsProgress = !options.isQuiet && !options.destination.isTerminal
        display = MeteringDisplay(
            showsProgress ? console.progress(environment: ProcessInfo.processInfo.environment) : nil)
    }
}

extension EntropyWork {
    private func run() throws -> ExitCode {
        defer { display.clear() }
        let outcome = try read()
        display.clear()
        console.tell(outcome.report)
        if outcome.isInterrupted, Files.isRegular(options.file.path) {
            throw InterruptedMetering(destination: options.destination)
        }
        guard !outcome.isEmpty else { return .unreadable }
        stream.finish(write)
        if let fault { throw fault }
        try writer.finish()
        if stream.latePackets > 0 { console.note(late) }
        if stream.skippedWindows > 0 { console.note(skipped) }
        return .success
    }

    private func read() throws -> MeteringOutcome {
        switch options.population {
        case .packets: return try readPackets { self.stream.add($0, self.write) }
        case .initiators:
            var initiators = InitiatorFilter()
            return try readPackets { packet in
                if initiators.admits(packet) { self.stream.add(packet, self.write) }
            }
        case .flows: return try readFlows()
        }
    }

    /// Flows come in the order in which they end, and count by their beginning.
    private func readFlows() throws -> MeteringOutcome {
        var meter = FlowMeter()
        var beginnings = FlowBeginnings(of: options.variables)
        let outcome = try readPackets { packet in meter.add(packet) { beginnings.add($0) } }
        meter.finish { beginnings.add($0) }
        beginnings.drain(into: &stream, write)
        return outcome
    }

    private func readPackets(_ body: (Packet) -> Void) throws -> MeteringOutcome {
        var meter = CaptureMeter()
        (meter.filter, meter.tunnels) = (options.filter, options.tunnels)
        let metering = FileMetering(files: [options.file], meter: meter, display: display, keys: keys)
        return try metering.visit { packet in
            body(packet)
            return self.writer.failure == nil && self.fault == nil ? .next : .stop
        }
    }

    private func write(_ window: WindowEntropies) {
        guard fault == nil else { return }
        do throws(EntropyFault) {
            for figures in window.fields { writer.write(try options.measure.row(window, figures)) }
        } catch {
            fault = error
        }
    }

    private var skipped: String {
        "\(NumberFormat.integer.text(for: stream.skippedWindows)) empty windows are left out, of gaps of more than "
            + "\(NumberFormat.integer.text(for: EntropyStream.longestGap)): the numbers of the windows show where"
    }

    private var late: String {
        "\(stream.latePackets.counted("packet")) came after the window's end, and count in the one that was at hand"
    }
}
