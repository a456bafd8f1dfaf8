/// A pcap file written byte by byte, as a test wants it.
struct CaptureBytes {
    static let headerLength = 24
    static let recordHeaderLength = 16
    /// The magic number of a file with nanoseconds.
    static let nanoseconds: UInt32 = 0xa1b2_3c4d

    private(set) var bytes: [UInt8] = []

    init(linkType: UInt32 = 1, magic: UInt32 = nanoseconds) {
        append(magic)
        append(2 | 4 << 16)
        append(0)
        append(0)
        append(65535)
        append(linkType)
    }

    mutating func appendRecord(seconds: UInt32, fraction: UInt32 = 0, length: UInt32? = nil, _ packet: [UInt8]) {
        append(seconds)
        append(fraction)
        append(length ?? UInt32(packet.count))
        append(UInt32(packet.count))
        bytes += packet
    }

    private mutating func append(_ word: UInt32) {
        withUnsafeBytes(of: word.littleEndian) { bytes += Array($0) }
    }

    /// A UDP datagram to a port, in a frame of 42 bytes.
    static func datagram(to port: UInt8) -> [UInt8] {
        let ethernet: [UInt8] = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0]
        let ip: [UInt8] = [0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2]
        return ethernet + ip + [0x9c, 0x40, 0, port, 0, 8, 0, 0]
    }
}
