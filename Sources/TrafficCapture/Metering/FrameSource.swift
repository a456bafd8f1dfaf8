import Traffic

/// The frames of some files, one after the other: read, filtered, and each given at the depths asked for.
struct FrameSource: Sendable {
    private let files: [CaptureFile]
    private let stopper: CaptureStopper?
    private let tunnels: TunnelView
    private var filters: PacketFilters?
    /// What became of files and frames so far.
    private(set) var report = MeteringReport()
    private var isStopped = false

    init(_ files: [CaptureFile], until stopper: CaptureStopper?, filter: String?, tunnels: TunnelView) {
        self.files = files
        self.stopper = stopper
        self.tunnels = tunnels
        filters = filter.map { PacketFilters($0) }
    }
}

extension FrameSource {
    /// Hands all frames to `body`, once for each depth at which to decode them, until it wants no more.
    ///
    /// `progress` is told about every half megabyte which file is read, and how far.
    /// - Throws: ``PacketFilterError`` when the filter cannot be compiled for the link of some packet.
    mutating func run(
        progress: (Int, CaptureProgress) -> Void, _ body: (RawSpan, FrameHeader, TunnelDepth) -> FrameVisit
    ) throws(PacketFilterError) {
        for (index, file) in files.enumerated() where !isStopped && stopper?.isStopped != true {
            let reader: CaptureReader
            do throws(CaptureError) {
                reader = try CaptureReader(file, until: stopper)
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
        _ body: (RawSpan, FrameHeader, TunnelDepth) -> FrameVisit
    ) throws(PacketFilterError) {
        // Whatever the closure changes for every frame is a variable of its own, which can stay in a register.
        let tunnels = tunnels
        var filters = filters
        var last = FrameVisit.next
        var filteredOut = 0
        let summary = try reader.run(progress: progress) { bytes, header throws(PacketFilterError) in
            if let isSelected = try filters?.matches(
                bytes, link: header.linkType, originalLength: header.originalLength), !isSelected
            {
                filteredOut += 1
                return .next
            }
            last = tunnels.forEachDepth(of: bytes, header) { body(bytes, header, $0) }
            return last
        }
        self.filters = filters
        isStopped = last == .stop
        report.filteredOut += filteredOut
        report.frames += summary.frames
        report.captures.append(summary)
    }
}

extension TunnelView {
    /// Calls `body` with each depth at which a frame is to be decoded, the outermost first, until it wants no more.
    @inline(__always)
    package func forEachDepth(
        of bytes: RawSpan, _ header: FrameHeader, _ body: (TunnelDepth) -> FrameVisit
    ) -> FrameVisit {
        switch self {
        case .innermost: return body(.all)
        case .outermost: return body(.none)
        case .every:
            for outer in 0..<(Packet(decoding: bytes, header).tunnel?.depth ?? 0) {
                if body(TunnelDepth(outer)) == .stop { return .stop }
            }
            return body(.all)
        }
    }
}
