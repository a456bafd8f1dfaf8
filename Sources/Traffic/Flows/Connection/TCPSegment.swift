/// A segment as the sequence space sees it.
struct TCPSegment {
    /// The number of the first byte, or of the SYN before it.
    let start: UInt32
    /// The number after the last byte and the FIN.
    let end: UInt32
    let acknowledgement: UInt32
    let flags: TCPFlags
    let payloadLength: Int
    let hasZeroWindow: Bool

    @inline(__always)
    init(_ header: TCPHeader, payloadLength: Int) {
        start = header.sequenceNumber
        flags = header.flags
        // A SYN and a FIN take one number each. What a RST carries is a remark, not part of the stream.
        let stream = flags.contains(.rst) ? 0 : UInt32(truncatingIfNeeded: payloadLength)
        end = start &+ stream &+ (flags.contains(.syn) ? 1 : 0) &+ (flags.contains(.fin) ? 1 : 0)
        acknowledgement = header.acknowledgementNumber
        hasZeroWindow = header.window == 0
        self.payloadLength = payloadLength
    }

    /// Those of SYN, FIN and RST that are set.
    var controls: TCPFlags { flags.intersection([.syn, .fin, .rst]) }
}

extension UInt32 {
    /// How far this sequence number is after the other, negative where it is before: RFC 9293 section 3.4, modulo 2³².
    @inline(__always)
    func sequenceDistance(from other: UInt32) -> Int32 { Int32(bitPattern: self &- other) }
}
