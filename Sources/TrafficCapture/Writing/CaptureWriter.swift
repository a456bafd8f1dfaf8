import Traffic

/// Writes a pcap file with nanoseconds, in little-endian byte order on every machine.
///
///     var writer = try CaptureWriter("out.pcap", linkType: .ethernet)
///     try CaptureFile("in.pcapng").forEachFrame { bytes, header in
///         try writer.append(bytes, header)
///         return .next
///     }
///     try writer.close()
///
/// The file appears under its name when the writer is closed, whole. Before that, and for good if the writer is dropped
/// or fails, a file of that name stays as it was. Pipes and devices are written to at once.
public struct CaptureWriter: ~Copyable {
    /// The kind of link of all frames.
    public let linkType: LinkType
    /// How many bytes of a frame are written at most.
    public let snapLength: Int
    /// How many frames were appended.
    public private(set) var frames = 0
    /// What the file is called until it appears; nil where it is written in place.
    package var draft: String? { output.draft }
    private let output: OutputFile
    private var record = PcapRecordWriter()

    /// Begins a file at `path`, or on standard output for `-`.
    /// - Parameters:
    ///   - path: where the file is to appear.
    ///   - linkType: the kind of link of all frames.
    ///   - snapLength: how many bytes of a frame are written at most, from 1 to ``SnapLength/wholeFrames``.
    /// - Throws: ``CaptureWriteError`` where no file can be made there, or the link has no number in files.
    public init(
        _ path: String, linkType: LinkType, snapLength: Int = SnapLength.wholeFrames
    ) throws(CaptureWriteError) {
        self.linkType = linkType.inFiles
        self.snapLength = min(max(snapLength, 1), SnapLength.wholeFrames)
        guard let number = UInt16(exactly: self.linkType.rawValue) else {
            throw .linkWithoutNumber(path: path, link: linkType)
        }
        output = try OutputFile(path)
        record.appendFileHeader(linkType: number, snapLength: self.snapLength)
    }

    /// Appends a frame, cut to the snap length.
    /// - Parameters:
    ///   - bytes: the captured bytes.
    ///   - time: when they were captured.
    ///   - originalLength: how many bytes there were on the link; by default as many as were captured.
    /// - Throws: ``CaptureWriteError``, after which the file will not appear; but a time that the format cannot hold
    ///   keeps only this frame out.
    public mutating func append(
        _ bytes: RawSpan, time: Timestamp, originalLength: Int? = nil
    ) throws(CaptureWriteError) {
        guard output.isOpen else { throw .closed(path: output.name) }
        let kept = bytes.extracting(first: snapLength)
        let isWritten = record.append(kept, time: time, originalLength: originalLength ?? bytes.byteCount)
        guard isWritten else { throw .timeBeyondFormat(path: output.name, time: time) }
        frames += 1
        if record.isFull { try flush() }
    }

    /// Appends a frame as another capture hands it over.
    /// - Throws: ``CaptureWriteError``, also where the frame is of another link than the file.
    public mutating func append(_ bytes: RawSpan, _ header: FrameHeader) throws(CaptureWriteError) {
        guard header.linkType.inFiles == linkType else {
            throw .otherLink(path: output.name, expected: linkType, found: header.linkType)
        }
        try append(bytes, time: header.time, originalLength: header.originalLength)
    }

    /// Hands all frames so far to the system, for a reader at the other end of a pipe.
    public mutating func flush() throws(CaptureWriteError) {
        guard output.isOpen else { throw .closed(path: output.name) }
        try output.write(record.bytes)
        record.removeAll()
    }

    /// Finishes the file and lets it appear under its name.
    public mutating func close() throws(CaptureWriteError) {
        try flush()
        try output.finish()
    }
}
