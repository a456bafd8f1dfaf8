import Traffic
import TrafficCapture

/// Meters the packets of an interface as they come, until the capture ends.
struct LiveMetering: Metering {
    let capture: LiveCapture
    let meter: CaptureMeter
    let display: MeteringDisplay
    let signals: SignalStop

    /// Flows that have ended are handed on at every tick.
    func run(_ writer: RowWriter<Flow>) throws -> MeteringOutcome {
        var outcome = MeteringOutcome(hasFlows: true)
        var table = FlowMeter(meter.options)
        let write: (Flow) -> Void = { flow in
            writer.reach(flow.last)
            writer.write(flow)
        }
        outcome.live = try capture.run(until: signals.stopper) { event in
            switch event {
            case .frame(let bytes, let header):
                writer.begin(at: header.time)
                outcome.report.frames += 1
                decode(bytes, header) { packet in table.add(packet, bytes: bytes, write) }
            case .tick(let now, _):
                outcome.report.memory = max(outcome.report.memory, table.memory)
                table.tick(now, write)
                try turn(writer, outcome.report.frames, liveFlows: table.liveFlows)
            }
        }
        outcome.report.memory = max(outcome.report.memory, table.memory)
        table.finish(write)
        outcome.report.flows = table.summary
        return outcome
    }

    func run(_ writer: RowWriter<Packet>) throws -> MeteringOutcome {
        var outcome = MeteringOutcome(hasFlows: false)
        outcome.live = try capture.run(until: signals.stopper) { event in
            switch event {
            case .frame(let bytes, let header):
                outcome.report.frames += 1
                decode(bytes, header) { packet in
                    guard outcome.report.flows.count(packet) else { return }
                    writer.begin(at: packet.time)
                    writer.reach(packet.time)
                    writer.write(packet)
                }
            case .tick: try turn(writer, outcome.report.frames, liveFlows: nil)
            }
        }
        return outcome
    }
}

extension LiveMetering {
    private func decode(_ bytes: RawSpan, _ header: FrameHeader, _ body: (Packet) -> Void) {
        _ = meter.decoder.decode(bytes, header) { packet in
            body(packet)
            return .next
        }
    }

    /// Hands on what there is, and ends the capture where nobody takes it any more.
    private func turn<Row>(_ writer: RowWriter<Row>, _ packets: Int, liveFlows: Int?) throws {
        writer.flush()
        if let failure = writer.failure { throw failure }
        display.show(capture.options.interface, fraction: nil, packets: packets, liveFlows: liveFlows)
    }
}
