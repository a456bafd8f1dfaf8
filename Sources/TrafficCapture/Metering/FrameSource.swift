import Traffic

/// The frames of some files, one after the other: read, filtered, and each given at the depths asked for.
///
/// It is the one way from files to packets; whoever wants flows has a ``CaptureMeter`` go it.
package struct FrameSource: Sendable {
    private let files: [CaptureFile]
    private let stopper: CaptureStopper?
    let decoder: FrameDecoder
    private var filters: PacketFilters?
    /// What became of files and frames so far.
    package private(set) var report = MeteringReport()
    private var isStopped = false
    private var hasBegun = false

    init(_ files: [CaptureFile], until stopper: CaptureStopper?, filter: String?, _ decoder: FrameDecoder) {
        self.files = files
        self.stopper = stopper
        self.decoder = decoder
        filters = filter.map { PacketFilters($0) }
    }
}

extension CaptureMeter {
    /// The frames of `files` as they are to be metered.
    package func frames(of files: [CaptureFile], until stopper: CaptureStopper? = nil) -> FrameSource {
        FrameSource(files, until: stopper, filter: filter, decoder)
    }
}

extension FrameSource {
    /// Hands all packets to `body`, until it wants no more.
    ///
    /// `progress` is told about every half megabyte which file is read, and how far.
    /// - Throws: ``PacketFilterError`` when the filter cannot be compiled for the link of some packet.
    package mutating func forEachPacket(
        progress: (_ file: Int, CaptureProgress) -> Void, _ body: (Packet) -> FrameVisit
    ) throws(PacketFilterError) {
        let decoder = decoder
        try run(began: { _ in }, progress: progress) { bytes, header, depth in
            body(decoder.packet(bytes, header, depth))
        }
    }

    /// Hands all frames to `body`, once for each depth at which to decode them, until it wants no more.
    ///
    /// `began` is told the time of the first frame, before any packet; `progress` about every half megabyte which file
    /// is read, and how far.
    /// - Throws: ``PacketFilterError`` when the filter cannot be compiled for the link of some packet.
    mutating func run(
        began: (Timestamp) -> Void, progress: (Int, CaptureProgress) -> Void,
        _ body: (RawSpan, FrameHeader, TunnelDepth) -> FrameVisit
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
                try read(reader, began: began, progress: { progress(index, $0) }, body)
            }
        }
    }

    private mutating func read(
        _ reader: CaptureReader, began: (Timestamp) -> Void, progress: @escaping (CaptureProgress) -> Void,
        _ body: (RawSpan, FrameHeader, TunnelDepth) -> FrameVisit
    ) throws(PacketFilterError) {
        // Whatever the closure changes for every frame is a variable of its own, which can stay in a register.
        let decoder = decoder
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
            last = decoder.forEachDepth(of: bytes, header) { body(bytes, header, $0) }
            return last
        }
        (self.filters, self.hasBegun) = (filters, hasBegun)
        isStopped = last == .stop
        report.filteredOut += filteredOut
        report.frames += summary.frames
        report.captures.append(summary)
    }
}
