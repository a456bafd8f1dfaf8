@testable import TrafficCapture

/// Blocks of a pcapng file (draft-ietf-opsawg-pcapng) as a test writes them.
struct PcapngWriter {
    private(set) var file: ByteWriter
    var bytes: [UInt8] { file.bytes }

    init(_ order: ByteOrder) { file = ByteWriter(order) }

    mutating func block(_ type: Int, trailingLength: Int? = nil, _ content: (inout ByteWriter) -> Void) {
        var body = ByteWriter(file.order)
        content(&body)
        body.pad()
        let length = body.bytes.count + 12
        file.append32(type, length)
        file.append(body.bytes)
        file.append32(trailingLength ?? length)
    }

    mutating func section(_ order: ByteOrder? = nil, major: Int = 1, magic: Int = 0x1a2b_3c4d) {
        if let order { file.order = order }
        block(0x0a0d_0d0a) {
            $0.append32(magic)
            $0.append16(major, 0)
            $0.append32(-1, -1)
        }
    }

    mutating func interface(
        link: Int = 1, snapLength: Int = 0, _ options: [(code: Int, value: [UInt8])] = []
    ) {
        block(1) { body in
            body.append16(link, 0)
            body.append32(snapLength)
            for option in options {
                body.append16(option.code, option.value.count)
                body.append(option.value)
                body.pad()
            }
            if !options.isEmpty { body.append32(0) }
        }
    }

    mutating func enhancedPacket(
        _ interface: Int, ticks: UInt64, _ bytes: [UInt8], captured: Int? = nil, originalLength: Int
    ) {
        block(6) {
            $0.append32(interface, Int(ticks >> 32), Int(ticks & 0xffff_ffff))
            $0.append32(captured ?? bytes.count, originalLength)
            $0.append(bytes)
            $0.pad()
            // A comment, which is passed over.
            $0.append16(1, 2)
            $0.append([0x68, 0x69, 0, 0, 0, 0, 0, 0])
        }
    }

    mutating func obsoletePacket(_ interface: Int, ticks: UInt64, _ bytes: [UInt8], originalLength: Int) {
        block(2) {
            $0.append16(interface, 3)
            $0.append32(Int(ticks >> 32), Int(ticks & 0xffff_ffff), bytes.count, originalLength)
            $0.append(bytes)
        }
    }

    mutating func simplePacket(_ bytes: [UInt8], originalLength: Int) {
        block(3) {
            $0.append32(originalLength)
            $0.append(bytes)
        }
    }

    mutating func append(raw bytes: [UInt8]) { file.append(bytes) }

    /// Eight bytes of an option, in the order of the section.
    func option(_ value: Int64) -> [UInt8] {
        var writer = ByteWriter(file.order)
        writer.append(value)
        return writer.bytes
    }
}
