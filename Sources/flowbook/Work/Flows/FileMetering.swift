import Traffic
import TrafficCapture

/// Meters files, until their end or until the person stops the work.
struct FileMetering {
    let files: [CaptureFile]
    let meter: CaptureMeter
    let display: MeteringDisplay
    let keys: StopByKey

    /// Makes flows of the packets.
    func run(_ writer: RowWriter<Flow>) throws -> MeteringOutcome {
        var isInterrupted = false
        let report = try meter.meter(files, until: keys.stopper) {
            writer.begin(at: $0)
        } progress: { progress in
            display.show(
                name(of: progress.file), fraction: progress.reading.fraction, packets: progress.packets,
                liveFlows: progress.liveFlows)
            isInterrupted = keys.interruption.isRaised
            return isInterrupted || writer.failure != nil ? .stop : .next
        } _: { flow in
            writer.reach(flow.last)
            writer.write(flow)
        }
        var outcome = MeteringOutcome(report)
        outcome.isInterrupted = isInterrupted
        return outcome
    }

    /// Makes a row of each packet.
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
        var outcome = MeteringOutcome()
        var filters = meter.filter.map { PacketFilters($0) }
        var last = FrameVisit.next
        for file in files where !keys.interruption.isRaised && last == .next {
            do {
                try visit(file, &filters, &outcome) { packet in
                    last = body(packet)
                    return last
                }
            } catch let error as CaptureError {
                outcome.unreadable.append(error)
            }
        }
        return outcome
    }
}

extension FileMetering {
    private func visit(
        _ file: CaptureFile, _ filters: inout PacketFilters?, _ outcome: inout MeteringOutcome,
        _ body: (Packet) -> FrameVisit
    ) throws {
        var fraction: Double?
        var isDue = false
        let summary = try file.forEachFrame(until: keys.stopper) { progress in
            (fraction, isDue) = (progress.fraction, true)
        } _: { bytes, header in
            outcome.frames += 1
            guard try filters?.matches(bytes, header) ?? true else {
                outcome.filteredOut += 1
                return .next
            }
            let visit = meter.decoder.decode(bytes, header) { packet in
                outcome.count(packet) ? body(packet) : .next
            }
            guard isDue else { return visit }
            isDue = false
            display.show(name(of: file), fraction: fraction, packets: outcome.frames, liveFlows: nil)
            outcome.isInterrupted = keys.interruption.isRaised
            return outcome.isInterrupted ? .stop : visit
        }
        outcome.captures.append(summary)
    }

    private func name(of index: Int) -> String { name(of: files[index]) }

    private func name(of file: CaptureFile) -> String { file.path == "-" ? "standard input" : file.path }
}

extension PacketFilters {
    /// Whether a frame passes.
    mutating func matches(_ bytes: RawSpan, _ header: FrameHeader) throws(PacketFilterError) -> Bool {
        try matches(bytes, link: header.linkType, originalLength: header.originalLength)
    }
}
