import Traffic

extension CaptureMeter {
    /// Does everything on the calling thread.
    func meterAtOnce(
        _ source: FrameSource, _ began: ((Timestamp) -> Void)?, _ progress: ((MeteringProgress) -> FrameVisit)?,
        _ ended: (Flow) -> Void
    ) throws(PacketFilterError) -> MeteringReport {
        var source = source
        var run = MeteringRun(options, decoder)
        var reading = ReadingPlace()
        var isDue = false
        try source.run(
            began: { began?($0) },
            progress: { file, read in
                reading = ReadingPlace(file: file, progress: read)
                isDue = true
            },
            { bytes, header, depth in
                run.add(bytes, header, depth, ended)
                guard isDue, let progress else { return .next }
                isDue = false
                return progress(run.progress(reading))
            })
        return run.finish(source.report, ended)
    }

    /// Meters what a thread reads and decodes.
    func meter(
        _ pipe: PacketPipe, _ reader: WorkerThread<MeteringReport, PacketFilterError>,
        _ began: ((Timestamp) -> Void)?, _ progress: ((MeteringProgress) -> FrameVisit)?, _ ended: (Flow) -> Void
    ) throws(PacketFilterError) -> MeteringReport {
        var run = MeteringRun(options, decoder)
        var hasBegun = false
        while let place = pipe.take({ packets, place in
            if !hasBegun, let start = place.start { began?(start) }
            hasBegun = true
            run.add(contentsOf: packets, ended)
        }) {
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
            try source.run(
                began: { pipe.place.start = $0 },
                progress: { (pipe.place.file, pipe.place.progress) = ($0, $1) },
                { bytes, header, depth in pipe.append(bytes, header, depth, decoder) })
            return source.report
        }
    }
}

/// Which file is being read, and how far.
struct ReadingPlace: Sendable {
    /// The time of the first frame of all; nil before it.
    var start: Timestamp?
    var file = 0
    var progress = CaptureProgress(bytesRead: 0, fileSize: nil)
}

/// A flow meter at work, which is given packets by the handful.
struct MeteringRun: ~Copyable {
    private var meter: FlowMeter
    private let decoder: FrameDecoder
    private var waiting = PacketBatch(capacity: 64)
    private var mostMemory = 0

    init(_ options: FlowOptions, _ decoder: FrameDecoder) {
        meter = FlowMeter(options)
        self.decoder = decoder
    }

    /// Adds a frame, which may wait for others; where its bytes are needed, it cannot wait.
    @inline(__always)
    mutating func add(_ bytes: RawSpan, _ header: FrameHeader, _ depth: TunnelDepth, _ ended: (Flow) -> Void) {
        guard !meter.options.countsPayloadBytes else {
            meter.add(decoder.packet(bytes, header, depth), bytes: bytes, ended)
            return noteMemory()
        }
        waiting.append(bytes, header, depth, decoder)
        if waiting.isFull { addWaiting(ended) }
    }

    mutating func add(contentsOf packets: Span<Packet>, _ ended: (Flow) -> Void) {
        meter.add(contentsOf: packets, ended)
        noteMemory()
    }

    private mutating func noteMemory() { mostMemory = max(mostMemory, meter.memory) }

    private mutating func addWaiting(_ ended: (Flow) -> Void) {
        waiting.drain { meter.add(contentsOf: $0, ended) }
        noteMemory()
    }

    func progress(_ place: ReadingPlace) -> MeteringProgress {
        MeteringProgress(
            packets: meter.summary.packets, liveFlows: meter.liveFlows, file: place.file, reading: place.progress)
    }

    /// Ends all flows, and adds what became of them to what became of the frames.
    mutating func finish(_ report: MeteringReport, _ ended: (Flow) -> Void) -> MeteringReport {
        addWaiting(ended)
        var report = report
        report.memory = mostMemory
        meter.finish(ended)
        report.flows = meter.summary
        return report
    }
}
