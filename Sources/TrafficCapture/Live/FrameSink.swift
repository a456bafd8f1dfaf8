import Traffic

/// Where a dispatch puts its packets: counts them and hands them on.
final class FrameSink {
    private(set) var delivered: UInt64 = 0
    /// When the last packet was captured.
    private(set) var latest: Timestamp?
    private let capture: LiveHandle
    private let link: LinkType
    private let body: (RawSpan, FrameHeader) -> Bool

    /// A sink for the packets of one capture; `body` takes a packet and says whether it wants another.
    init(of capture: LiveHandle, body: @escaping (RawSpan, FrameHeader) -> Bool) {
        self.capture = capture
        self.body = body
        link = capture.linkType
    }

    /// Takes a packet where libpcap holds it.
    func take(record: UnsafeRawPointer, bytes: UnsafeRawPointer) {
        let seconds = record.load(fromByteOffset: Pcap.Record.seconds, as: Int.self)
        let fraction = record.load(fromByteOffset: Pcap.Record.fraction, as: Int.self)
        let captured = record.load(fromByteOffset: Pcap.Record.capturedLength, as: UInt32.self)
        let original = record.load(fromByteOffset: Pcap.Record.originalLength, as: UInt32.self)
        let time = Timestamp(seconds: Int64(seconds), nanoseconds: Int64(fraction))
        delivered += 1
        latest = time
        let buffer = UnsafeRawBufferPointer(start: bytes, count: Int(captured))
        let isWanted = body(
            buffer.bytes, FrameHeader(time: time, originalLength: Int(original), linkType: link))
        if !isWanted { capture.interruptDispatch() }
    }
}
