import Traffic

/// The packets of some files, one after the other: read, filtered, and decoded at the depths asked for.
struct FrameSource: Sendable {
    private let files: [CaptureFile]
    private let tunnels: TunnelView
    private let verifiesChecksums: Bool
    private var filters: PacketFilters?
    /// What became of files and frames so far.
    private(set) var report = MeteringReport()
    private var isStopped = false
    private var hasBegun = false

    init(_ files: [CaptureFile], filter: String?, tunnels: TunnelView, verifiesChecksums: Bool = false) {
        self.files = files
        self.tunnels = tunnels
        self.verifiesChecksums = verifiesChecksums
        filters = filter.map { PacketFilters($0) }
    }
}

extension FrameSource {
    /// Hands all packets to `body`, with their bytes, until it wants no more.
    ///
    /// `began` is told the time of the first frame, before any packet; `progress` about every half megabyte which file is
    /// read, and how far.
    /// - Throws: ``PacketFilterError`` when the filter cannot be compiled for the link of some packet.
    mutating func run(
        began: (Timestamp) -> Void, progress: (Int, CaptureProgress) -> Void,
        _ body: (Packet, RawSpan) -> FrameVisit
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
                try read(reader, began: began, progress: { progress(index, $0) }, body)
            }
        }
    }

    private mutating func read(
        _ reader: CaptureReader, began: (Timestamp) -> Void, progress: @escaping (CaptureProgress) -> Void,
        _ body: (Packet, RawSpan) -> FrameVisit
    ) throws(PacketFilterError) {
        // Whatever the closure changes for every frame is a variable of its own, which can stay in a register.
        let (tunnels, verifiesChecksums) = (tunnels, verifiesChecksums)
        var filters = filters
        var hasBegun = hasBegun
        var last = FrameVisit.next
        var filteredOut = 0
        let summary = try reader.run(progress: progress) { bytes, header throws(PacketFilterError) in
            if !hasBegun {
                hasBegun = true
                began(header.time)
            }
            if let isSelected = try filters?.matches(
                bytes, link: header.linkType, originalLength: header.originalLength), !isSelected
            {
                filteredOut += 1
                return .next
            }
            last = tunnels.decode(bytes, header, verifiesChecksums: verifiesChecksums, body)
            return last
        }
        (self.filters, self.hasBegun) = (filters, hasBegun)
        isStopped = last == .stop
        report.filteredOut += filteredOut
        report.frames += summary.frames
        report.captures.append(summary)
    }
}

extension TunnelView {
    /// Decodes a frame, once for each depth that counts.
    @inline(__always)
    package func decode(
        _ bytes: RawSpan, _ header: FrameHeader, verifiesChecksums: Bool, _ body: (Packet, RawSpan) -> FrameVisit
    ) -> FrameVisit {
        func packet(_ tunnels: TunnelDepth) -> Packet {
            var packet = Packet(decoding: bytes, header, tunnels: tunnels)
            if verifiesChecksums { packet.verifyChecksums(bytes) }
            return packet
        }
        guard self != .outermost else { return body(packet(.none), bytes) }
        let innermost = packet(.all)
        guard self == .every, let depth = innermost.tunnel?.depth else { return body(innermost, bytes) }
        for outer in 0..<depth {
            let visit = body(packet(TunnelDepth(outer)), bytes)
            if visit == .stop { return .stop }
        }
        return body(innermost, bytes)
    }
}
