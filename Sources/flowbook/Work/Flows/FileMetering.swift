import Traffic
import TrafficCapture

/// Meters files, until their end or until the person stops the work.
struct FileMetering: Metering {
    let files: [CaptureFile]
    let meter: CaptureMeter
    let display: MeteringDisplay
    let keys: StopByKey

    func run(_ writer: RowWriter<Flow>) throws -> MeteringOutcome {
        let report = try meter.meter(files, until: keys.stopper) {
            writer.begin(at: $0)
        } progress: { progress in
            show(progress.file, progress.reading, packets: progress.packets, liveFlows: progress.liveFlows)
            return writer.failure != nil ? .stop : .next
        } _: { flow in
            writer.reach(flow.last)
            writer.write(flow)
        }
        return MeteringOutcome(report: report, hasFlows: true, isInterrupted: keys.interruption.isRaised)
    }

    func run(_ writer: RowWriter<Packet>) throws -> MeteringOutcome {
        try visit { packet in
            writer.begin(at: packet.time)
            writer.reach(packet.time)
            writer.write(packet)
            return writer.failure == nil ? .next : .stop
        }
    }

    /// Hands every packet to `body`, which says whether it wants another.
    func visit(_ body: (Packet) -> FrameVisit) throws -> MeteringOutcome {
        var outcome = MeteringOutcome(hasFlows: false)
        var counts = FlowSummary()
        var due: (file: Int, reading: CaptureProgress)?
        var source = meter.frames(of: files, until: keys.stopper)
        try source.forEachPacket {
            due = (file: $0, reading: $1)
        } _: { packet in
            let visit = counts.count(packet) ? body(packet) : .next
            guard let place = due else { return visit }
            due = nil
            show(place.file, place.reading, packets: counts.packets, liveFlows: nil)
            return visit
        }
        outcome.isInterrupted = keys.interruption.isRaised
        outcome.report = source.report
        outcome.report.flows = counts
        return outcome
    }
}

extension FileMetering {
    private func show(_ file: Int, _ reading: CaptureProgress, packets: Int, liveFlows: Int?) {
        let path = files[file].path
        display.show(
            path == "-" ? "standard input" : path, fraction: reading.fraction, packets: packets, liveFlows: liveFlows)
    }
}
