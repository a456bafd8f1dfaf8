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
        if keys.interruption.isRaised, Files.isRegular(options.file.path) {
            throw InterruptedMetering(destination: options.destination)
        }
        guard !outcome.isEmpty else { return .unreadable }
        if fault == nil { stream.finish(write) }
        if let fault { throw fault }
        try writer.finish()
        if stream.latePackets > 0 { console.note(late) }
        if stream.skippedWindows > 0 { console.note(skipped) }
        return .success
    }

    private func read() throws -> MeteringOutcome {
        switch options.population {
        case .packets: return try readPackets { packet throws(Halt) in try self.stream.add(packet, self.writeOrHalt) }
        case .initiators:
            var initiators = InitiatorFilter()
            return try readPackets { packet throws(Halt) in
                if initiators.admits(packet) { try self.stream.add(packet, self.writeOrHalt) }
            }
        case .flows: return try readFlows()
        }
    }

    /// Flows come in the order in which they end, and count by their beginning.
    private func readFlows() throws -> MeteringOutcome {
        var meter = FlowMeter()
        var beginnings = FlowBeginnings(of: options.variables)
        let outcome = try readPackets { packet throws(Halt) in meter.add(packet) { beginnings.add($0) } }
        meter.finish { beginnings.add($0) }
        try? beginnings.drain(into: &stream, writeOrHalt)
        return outcome
    }

    private func readPackets(_ body: (Packet) throws(Halt) -> Void) throws -> MeteringOutcome {
        var meter = CaptureMeter()
        (meter.filter, meter.tunnels) = (options.filter, options.tunnels)
        let metering = FileMetering(files: [options.file], meter: meter, display: display, keys: keys)
        return try metering.visit { packet in
            do throws(Halt) {
                try body(packet)
                return .next
            } catch {
                return .stop
            }
        }
    }

    /// No more windows are wanted.
    private struct Halt: Error {}

    /// A packet may end so many windows that whoever waits for the next one is asked between them, too.
    private func writeOrHalt(_ window: WindowEntropies) throws(Halt) {
        guard !keys.interruption.isRaised else { throw Halt() }
        write(window)
        guard writer.failure == nil, fault == nil else { throw Halt() }
    }

    private func write(_ window: WindowEntropies) {
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
