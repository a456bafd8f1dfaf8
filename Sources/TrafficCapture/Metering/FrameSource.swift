import Traffic

/// The packets of some files, one after the other: read, filtered, and decoded at the depths asked for.
struct FrameSource: Sendable {
    private let files: [CaptureFile]
    private let tunnels: TunnelView
    private var filters: PacketFilters?
    /// What became of files and frames so far.
    private(set) var report = MeteringReport()
    private var isStopped = false

    init(_ files: [CaptureFile], filter: String?, tunnels: TunnelView) {
        self.files = files
        self.tunnels = tunnels
        filters = filter.map { PacketFilters($0) }
    }
}

extension FrameSource {
    /// Hands all packets to `body`, with their bytes, until it wants no more.
    ///
    /// `progress` is told about every half megabyte which file is read, and how far.
    /// - Throws: ``PacketFilterError`` when the filter cannot be compiled for the link of some packet.
    mutating func run(
        progress: (Int, CaptureProgress) -> Void, _ body: (Packet, RawSpan) -> FrameVisit
    ) throws(PacketFilterError) {
        for (index, file) in files.enumerated() where !isStopped {
            let reader: CaptureReader
            do throws(CaptureError) {
                reader = try CaptureReader(file)
            } catch {
                report.unreadable.append(error)
                continue
            }
            try withoutActuallyEscaping(progress) { progress throws(PacketFilterError) in
                try read(reader, progress: { progress(index, $0) }, body)
            }
        }
    }

    private mutating func read(
        _ reader: CaptureReader, progress: @escaping (CaptureProgress) -> Void,
        _ body: (Packet, RawSpan) -> FrameVisit
    ) throws(PacketFilterError) {
        let summary = try reader.run(progress: progress) { bytes, header throws(PacketFilterError) in
            report.frames += 1
            guard try passes(bytes, header) else {
                report.filteredOut += 1
                return .next
            }
            let visit = decode(bytes, header, body)
            isStopped = visit == .stop
            return visit
        }
        report.captures.append(summary)
    }

    private mutating func passes(_ bytes: RawSpan, _ header: FrameHeader) throws(PacketFilterError) -> Bool {
        try filters?.matches(bytes, link: header.linkType, originalLength: header.originalLength) ?? true
    }

    @inline(__always)
    private func decode(
        _ bytes: RawSpan, _ header: FrameHeader, _ body: (Packet, RawSpan) -> FrameVisit
    ) -> FrameVisit {
        guard tunnels != .outermost else { return body(Packet(decoding: bytes, header, tunnels: .none), bytes) }
        let packet = Packet(decoding: bytes, header)
        guard tunnels == .every, let depth = packet.tunnel?.depth else { return body(packet, bytes) }
        for outer in 0..<depth {
            let visit = body(Packet(decoding: bytes, header, tunnels: TunnelDepth(outer)), bytes)
            if visit == .stop { return .stop }
        }
        return body(packet, bytes)
    }
}
