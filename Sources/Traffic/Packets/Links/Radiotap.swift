/// The radiotap header (radiotap.org), which tells how an IEEE 802.11 frame was received. Its numbers are
/// little-endian.
///
/// Of all it tells, two flags bear on decoding: whether the frame check sequence is captured at the frame's end, and
/// whether there is padding between the frame's header and what it carries.
enum Radiotap {
    static let shortestHeader = 8
    private static let clock: UInt32 = 1 << 0
    private static let flags: UInt32 = 1 << 1
    private static let checkSequenceFlag: UInt8 = 0x10
    private static let paddingFlag: UInt8 = 0x20
    private static let checkSequenceLength = 4

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= shortestHeader else {
            return packet.fault = layer.fault(within: .link, of: shortestHeader)
        }
        let header = bytes.extracting(layer.range)
        let length = Int(header.uint16(at: 2).byteSwapped)
        guard length >= shortestHeader, length <= layer.captured else {
            return packet.fault = layer.fault(within: .link, of: length)
        }
        let flags = frameFlags(bytes, layer.first(length))
        var frame = layer.dropping(length)
        if flags & checkSequenceFlag != 0 { frame = frame.first(max(frame.length - checkSequenceLength, 0)) }
        IEEE80211.decode(bytes, frame, isPadded: flags & paddingFlag != 0, into: &packet)
    }

    /// The flags field comes after the words that say which fields there are, and after the clock.
    private static func frameFlags(_ bytes: RawSpan, _ layer: Layer) -> UInt8 {
        let header = bytes.extracting(layer.range)
        let fields = header.uint32(at: 4).byteSwapped
        guard fields & flags != 0 else { return 0 }
        var offset = 8
        var word = fields
        while word >> 31 == 1, offset + 4 <= layer.captured {
            word = header.uint32(at: offset).byteSwapped
            offset += 4
        }
        if fields & clock != 0 { offset = (offset + 7) & ~7 + 8 }
        return offset < layer.captured ? header.uint8(at: offset) : 0
    }
}
