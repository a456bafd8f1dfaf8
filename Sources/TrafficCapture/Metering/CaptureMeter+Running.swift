import Traffic

extension CaptureMeter {
    /// Does everything on the calling thread.
    func meterAtOnce(
        _ source: FrameSource, _ progress: ((MeteringProgress) -> FrameVisit)?, _ ended: (Flow) -> Void
    ) throws(PacketFilterError) -> MeteringReport {
        var source = source
        var run = MeteringRun(options)
        var reading = ReadingPlace()
        var isDue = false
        var visit = FrameVisit.next
        try source.run(
            progress: { file, read in
                reading = ReadingPlace(file: file, progress: read)
                isDue = true
            },
            { packet, bytes in
                run.add(packet, bytes, ended)
                guard isDue, let progress else { return .next }
                isDue = false
                visit = progress(run.progress(reading))
                return visit
            })
        return run.finish(source.report, ended)
    }

    /// Meters what a thread reads and decodes.
    func meter(
        _ pipe: PacketPipe, _ reader: WorkerThread<MeteringReport, PacketFilterError>,
        _ progress: ((MeteringProgress) -> FrameVisit)?, _ ended: (Flow) -> Void
    ) throws(PacketFilterError) -> MeteringReport {
        var run = MeteringRun(options)
        while let place = pipe.take({ run.add($0, RawSpan(), ended) }) {
            if let progress, progress(run.progress(place)) == .stop { pipe.cancel() }
        }
        return run.finish(try reader.join(), ended)
    }
}

extension FrameSource {
    /// Starts a thread that reads and decodes everything; nil where the system allows no more threads.
    func start(into pipe: PacketPipe) -> WorkerThread<MeteringReport, PacketFilterError>? {
        WorkerThread { () throws(PacketFilterError) -> MeteringReport in
            var source = self
            defer { pipe.close() }
            try source.run(progress: { pipe.place = ReadingPlace(file: $0, progress: $1) }) { packet, _ in
                pipe.append(packet)
            }
            return source.report
        }
    }
}

/// Which file is being read, and how far.
struct ReadingPlace: Sendable {
    var file = 0
    var progress = CaptureProgress(bytesRead: 0, fileSize: nil)
}

/// A flow meter at work, with the most memory it has taken up.
struct MeteringRun: ~Copyable {
    private var meter: FlowMeter
    private var memory = 0

    init(_ options: FlowOptions) {
        meter = FlowMeter(options)
    }

    @inline(__always)
    mutating func add(_ packet: Packet, _ bytes: RawSpan, _ ended: (Flow) -> Void) {
        meter.add(packet, bytes: bytes, ended)
    }

    func progress(_ place: ReadingPlace) -> MeteringProgress {
        MeteringProgress(
            packets: meter.summary.packets, liveFlows: meter.liveFlows, file: place.file, reading: place.progress)
    }

    /// Ends all flows, and adds what became of them to what became of the frames.
    mutating func finish(_ report: MeteringReport, _ ended: (Flow) -> Void) -> MeteringReport {
        var report = report
        report.memory = meter.memory
        meter.finish(ended)
        report.flows = meter.summary
        return report
    }
}
