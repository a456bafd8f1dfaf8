import Traffic

@testable import TrafficCapture

/// The first bytes of a file that is no capture, and the error for a file without a name.
struct Beginning: Sendable {
    let bytes: [UInt8]
    let error: CaptureError

    init(_ bytes: [UInt8], _ error: CaptureError) {
        self.bytes = bytes
        self.error = error
    }

    static let all = [
        Beginning([], .isEmpty(path: "")),
        Beginning(Array("hello".utf8), .notACapture(path: "", beginning: [0x68, 0x65, 0x6c, 0x6c])),
        Beginning([0xd4, 0xc3], .notACapture(path: "", beginning: [0xd4, 0xc3])),
        Beginning(
            CaptureBytes(magic: 0xa1b2_c3d5).bytes, .notACapture(path: "", beginning: [0xd5, 0xc3, 0xb2, 0xa1])),
        Beginning([0x4d, 0x3c, 0xb2, 0xa1, 2], .cutHeader(path: "", format: .pcap, expected: 24, found: 5)),
        Beginning(
            Array(Sample.snoop.bytes.prefix(9)), .cutHeader(path: "", format: .snoop, expected: 16, found: 9)),
        Beginning(
            Array(Sample.pcapng[0].bytes.prefix(27)), .cutHeader(path: "", format: .pcapng, expected: 28, found: 27)),
        Beginning(
            changed(Sample.pcap[0], at: 4, [3, 0, 1, 0]), .unknownVersion(path: "", format: .pcap, version: "3.1")),
        Beginning(
            changed(Sample.pcapng[0], at: 12, [2, 0, 0, 0]),
            .unknownVersion(path: "", format: .pcapng, version: "2.0")),
        Beginning(
            changed(Sample.snoop, at: 8, [0, 0, 0, 3]), .unknownVersion(path: "", format: .snoop, version: "3")),
        Beginning(
            changed(Sample.pcapng[0], at: 8, [4, 3, 2, 1]),
            .badHeader(path: "", format: .pcapng, fault: .noByteOrder(found: 0x0403_0201))),
        Beginning(Array("BZh91AY&SY".utf8), .otherCompression(path: "", program: "bzip2")),
        Beginning([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], .otherCompression(path: "", program: "xz")),
        Beginning([0x04, 0x22, 0x4d, 0x18, 0x64], .otherCompression(path: "", program: "lz4")),
        Beginning([0x1f, 0x8b, 8], .cannotExpand(path: "", fault: .compressionCut(.gzip, fileOffset: 3))),
        Beginning(
            Compressor.compress(Array("text".utf8), .zstd),
            .notACapture(path: "", beginning: [0x74, 0x65, 0x78, 0x74])),
        Beginning(Compressor.compress([], .gzip), .expandsToNothing(path: "")),
        Beginning(Compressor.compress([], .zstd), .expandsToNothing(path: "")),
        // A frame with a window of 2 GiB: one block of a byte that is repeated.
        Beginning(
            [0x28, 0xb5, 0x2f, 0xfd, 0, 21 << 3, 0x23, 0, 0, 0], .cannotExpand(path: "", fault: .compressionWindow)),
    ]

    private static func changed(_ sample: Sample, at place: Int, _ bytes: [UInt8]) -> [UInt8] {
        sample.bytes[..<place] + bytes + sample.bytes[(place + bytes.count)...]
    }
}
