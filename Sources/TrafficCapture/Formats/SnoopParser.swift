import Traffic

/// The records of a snoop file, after its header (RFC 1761); all its integers are in network byte order.
struct SnoopParser: FrameParser {
    static let headerLength = 16
    private static let recordHeaderLength = 24
    /// "snoop" and three zeros.
    private static let identification: UInt64 = 0x736e_6f6f_7000_0000

    let interfaces: [CaptureInterface]
    private let linkType: LinkType
    private let limit: Int

    private init(dataLink: UInt32) {
        linkType = Self.linkType(of: dataLink)
        limit = FrameLimit.of(linkType)
        interfaces = [
            CaptureInterface(name: nil, linkType: linkType, snapLength: nil, resolution: .microseconds)
        ]
    }

    /// Reads the file's header, if it begins with one of a snoop file.
    static func open(_ bytes: RawSpan) -> FormatOpening<SnoopParser>? {
        guard bytes.byteCount >= 8, bytes.integer(at: 0, .big) == identification else { return nil }
        guard bytes.byteCount >= headerLength else { return .incomplete(expected: headerLength) }
        let version: UInt32 = bytes.integer(at: 8, .big)
        guard version == 2 else { return .version("\(version)") }
        return .parser(SnoopParser(dataLink: bytes.integer(at: 12, .big)), length: headerLength)
    }

    mutating func next(in bytes: RawSpan, at start: Int) -> ParserStep {
        let available = bytes.byteCount - start
        guard available >= Self.recordHeaderLength else {
            return .incomplete(.recordHeader, expected: Self.recordHeaderLength)
        }
        let captured = bytes.length(at: start + 4, .big)
        let length = bytes.length(at: start + 8, .big)
        let room = length - Self.recordHeaderLength
        guard captured <= limit else { return .fault(.frameTooLong(captured: captured, limit: limit)) }
        guard captured <= room else { return .fault(.frameBeyondRecord(captured: captured, room: max(room, 0))) }
        guard room <= limit else {
            return .fault(.recordTooLong(length, limit: limit + Self.recordHeaderLength))
        }
        guard available >= length else { return .incomplete(.frame, expected: length) }
        return .frame(
            FrameRecord(
                header: header(in: bytes, at: start), frameOffset: Self.recordHeaderLength, capturedLength: captured,
                length: length))
    }

    private func header(in bytes: RawSpan, at start: Int) -> FrameHeader {
        let seconds = Int64(bytes.integer(at: start + 16, .big, as: UInt32.self))
        let microseconds = Int64(bytes.integer(at: start + 20, .big, as: UInt32.self))
        return FrameHeader(
            time: Timestamp(seconds: seconds, nanoseconds: microseconds * 1000),
            originalLength: bytes.length(at: start, .big), linkType: linkType)
    }

    /// The number that capture files of other formats give to snoop's kinds of link.
    private static func linkType(of dataLink: UInt32) -> LinkType {
        switch dataLink {
        case 0, 4: .ethernet
        case 2: LinkType(rawValue: 6)
        case 8: LinkType(rawValue: 10)
        default: LinkType(rawValue: -1)
        }
    }
}
