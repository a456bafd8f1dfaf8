import Traffic

@testable import TrafficCapture

extension Sample {
    static let pcap: [Sample] = [
        pcap("pcap, microseconds, little-endian", 0xa1b2_c3d4, .little, tick: 1000),
        pcap("pcap, microseconds, big-endian", 0xa1b2_c3d4, .big, tick: 1000),
        pcap("pcap, nanoseconds, little-endian", 0xa1b2_3c4d, .little, tick: 1),
        pcap("pcap, nanoseconds, big-endian", 0xa1b2_3c4d, .big, tick: 1),
        pcap("pcap with longer record headers", 0xa1b2_cd34, .little, tick: 1000, extra: 8),
        pcap("pcap with longer record headers, big-endian", 0xa1b2_cd34, .big, tick: 1000, extra: 8),
    ]

    /// After RFC 1761.
    static let snoop: Sample = {
        var file = ByteWriter(.big)
        file.append("snoop\0\0\0".utf8)
        file.append32(2, 4)
        var sample = Sample(name: "snoop", format: .snoop, bytes: [], headerLength: 16, boundaries: [16])
        for (number, content) in contents.enumerated() {
            let padding = -content.bytes.count & 3
            file.append32(content.originalLength, content.bytes.count, 24 + content.bytes.count + padding)
            file.append32(0, 900 + number, 7)
            file.append(content.bytes + [UInt8](repeating: 0, count: padding))
            let time = Int64(900 + number) * 1_000_000_000 + 7000
            sample.add(
                Frame(bytes: content.bytes, header: header(time, content.originalLength)), endingAt: file.bytes.count)
        }
        sample.bytes = file.bytes
        return sample
    }()

    /// After draft-ietf-opsawg-pcap; the link type field also says that frames end with a check sequence of four bytes.
    private static func pcap(
        _ name: String, _ magic: UInt32, _ order: ByteOrder, tick: Int64, extra: Int = 0
    ) -> Sample {
        var file = ByteWriter(order)
        file.append(magic)
        file.append16(2, 4)
        file.append32(0, 0, 65535, 0x2400_0001)
        var sample = Sample(name: name, format: .pcap, bytes: [], headerLength: 24, boundaries: [24])
        for (number, content) in contents.enumerated() {
            file.append32(0xf000_0000 + number, 999_999, content.bytes.count, content.originalLength)
            file.append([UInt8](repeating: 0xee, count: extra) + content.bytes)
            let time = Int64(0xf000_0000 + number) * 1_000_000_000 + 999_999 * tick
            sample.add(
                Frame(bytes: content.bytes, header: header(time, content.originalLength)), endingAt: file.bytes.count)
        }
        sample.bytes = file.bytes
        return sample
    }
}
