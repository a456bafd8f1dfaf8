import Foundation
import TestSupport
import Traffic

/// The records of a little-endian pcap file, read for tests of decoding without the capture library.
struct CaptureRecords {
    let bytes: [UInt8]
    let link: LinkType
    private(set) var records: [(range: Range<Int>, originalLength: Int)] = []

    init?(_ name: String) throws {
        guard let url = SharedData.url("pcap/\(name)") else { return nil }
        bytes = try [UInt8](Data(contentsOf: url))
        // The upper bits tell of a frame check sequence.
        link = LinkType(rawValue: Int32(Self.word(bytes, 20) & 0xffff))
        var offset = 24
        while offset + 16 <= bytes.count {
            let captured = Self.word(bytes, offset + 8)
            records.append((offset + 16..<offset + 16 + captured, Self.word(bytes, offset + 12)))
            offset += 16 + captured
        }
    }

    /// Decodes every record, or its first bytes.
    func packets(prefix: Int = .max, tunnels: TunnelDepth = .all) -> [Packet] {
        let span = bytes.span.bytes
        return records.map { record in
            Packet(
                decoding: span.extracting(record.range).extracting(first: prefix), link: link,
                time: Timestamp(nanoseconds: 0), originalLength: record.originalLength, tunnels: tunnels)
        }
    }

    private static func word(_ bytes: [UInt8], _ offset: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
    }
}
