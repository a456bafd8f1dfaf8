import Foundation

/// A pcap file of raw IPv4 packets made by hand.
struct SampleCapture {
    /// The bytes of the file.
    private(set) var bytes: [UInt8] = []

    private static let rawIP: UInt32 = 101

    init() {
        for word in [0xa1b2_c3d4, 2 | 4 << 16, 0, 0, 65_535, Self.rawIP] as [UInt32] { append(word) }
    }

    /// Adds a datagram from one host of 192.0.2.0/24 to another.
    mutating func udp(_ time: Double, from: (UInt8, UInt16), to: (UInt8, UInt16), payload: Int = 10) {
        let header = Self.words([from.1, to.1, UInt16(8 + payload), 0])
        packet(time, 17, from.0, to.0, header + [UInt8](repeating: 0x61, count: payload))
    }

    /// Adds a segment with these control bits (SYN is 2, ACK 16, FIN 1, RST 4) and without payload.
    mutating func tcp(_ time: Double, from: (UInt8, UInt16), to: (UInt8, UInt16), flags: UInt8, sequence: UInt16 = 0) {
        let header = Self.words([from.1, to.1, 0, sequence, 0, 0, 0x5000 | UInt16(flags), 1024, 0, 0])
        packet(time, 6, from.0, to.0, header)
    }

    /// Writes the file to a folder.
    @discardableResult
    func write(to folder: URL, named name: String = "sample.pcap") throws -> URL {
        let url = folder.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return url
    }

    /// Two hosts that exchange datagrams, and a connection that nobody answers.
    static var small: SampleCapture {
        var capture = SampleCapture()
        capture.udp(1000, from: (1, 5000), to: (2, 53))
        capture.udp(1000.5, from: (2, 53), to: (1, 5000), payload: 30)
        capture.tcp(1001, from: (3, 40_000), to: (2, 80), flags: 2)
        return capture
    }

    /// The first packet of ``small`` in a simple packet block of pcapng, which has no time.
    static var timeless: SampleCapture {
        var capture = SampleCapture()
        capture.bytes = []
        for word in [0x0a0d_0d0a, 28, 0x1a2b_3c4d, 1, .max, .max, 28] as [UInt32] { capture.append(word) }
        for word in [1, 20, Self.rawIP, 0, 20] { capture.append(word) }
        for word in [3, 56, 38] as [UInt32] { capture.append(word) }
        capture.bytes += small.bytes[40..<78] + [0, 0]
        capture.append(56)
        return capture
    }
}

extension SampleCapture {
    private mutating func packet(_ time: Double, _ carried: UInt8, _ from: UInt8, _ to: UInt8, _ content: [UInt8]) {
        let length = UInt16(20 + content.count)
        let header: [UInt8] =
            [0x45, 0] + Self.words([length, 0, 0]) + [64, carried, 0, 0, 192, 0, 2, from, 192, 0, 2, to]
        let seconds = UInt32(time)
        for word in [seconds, UInt32(((time - Double(seconds)) * 1e6).rounded()), UInt32(length), UInt32(length)] {
            append(word)
        }
        bytes += header + content
    }

    private mutating func append(_ word: UInt32) {
        bytes += [UInt8(word & 0xff), UInt8(word >> 8 & 0xff), UInt8(word >> 16 & 0xff), UInt8(word >> 24)]
    }

    private static func words(_ words: [UInt16]) -> [UInt8] {
        words.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    }
}
