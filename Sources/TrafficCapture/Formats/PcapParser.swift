import Traffic

/// The records of a pcap file, after its header.
struct PcapParser: FrameParser {
    let interfaces: [CaptureInterface]
    private let header: PcapHeader
    private let limit: Int

    init(_ header: PcapHeader) {
        self.header = header
        limit = FrameLimit.of(header.linkType)
        let resolution = header.nanosecondsPerTick == 1 ? TimestampResolution.nanoseconds : .microseconds
        let snapLength = header.snapLength == 0 ? nil : header.snapLength
        interfaces = [
            CaptureInterface(name: nil, linkType: header.linkType, snapLength: snapLength, resolution: resolution)
        ]
    }

    @inline(__always)
    mutating func next(in bytes: RawSpan, at start: Int) -> ParserStep {
        let available = bytes.byteCount - start
        let headerLength = header.recordHeaderLength
        guard available >= headerLength else { return .incomplete(.recordHeader, expected: headerLength) }
        let (captured, original) = header.lengths(in: bytes, at: start + 8)
        guard captured <= limit else { return .fault(.frameTooLong(captured: captured, limit: limit)) }
        let length = headerLength + captured
        guard available >= length else { return .incomplete(.frame, expected: length) }
        return .frame(
            FrameRecord(
                header: FrameHeader(
                    time: header.time(in: bytes, at: start), originalLength: original, linkType: header.linkType),
                frameOffset: headerLength, capturedLength: captured, length: length))
    }
}
