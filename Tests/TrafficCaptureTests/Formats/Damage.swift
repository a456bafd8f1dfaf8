import Testing
import Traffic

@testable import TrafficCapture

/// A damaged capture: how many frames come before the damage, where it lies, and what it is.
struct Damage: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let frames: Int
    let offset: Int
    let fault: CaptureFault

    var testDescription: String { name }
}

extension Damage {
    private static let frame = CaptureBytes.datagram(to: 1)

    private static func pcapBytes(length: UInt32, link: UInt32 = 1) -> [UInt8] {
        var capture = CaptureBytes(linkType: link)
        capture.appendRecord(seconds: 1, frame)
        capture.appendRecord(seconds: 2, length: length, frame)
        return capture.bytes
    }

    static let pcap = [
        Damage(
            name: "an absurd length", bytes: pcapBytes(length: .max), frames: 1, offset: 82,
            fault: .frameTooLong(captured: 4_294_967_295, limit: 262_144)),
        Damage(
            name: "one byte more than the longest frame", bytes: pcapBytes(length: 262_145), frames: 1, offset: 82,
            fault: .frameTooLong(captured: 262_145, limit: 262_144)),
        Damage(
            name: "the longest frame, cut off", bytes: pcapBytes(length: 262_144), frames: 1, offset: 82,
            fault: .cut(.frame, expected: 262_160, found: 58)),
        Damage(
            name: "a long frame of a link with long ones, cut off", bytes: pcapBytes(length: 134_217_728, link: 231),
            frames: 1, offset: 82, fault: .cut(.frame, expected: 134_217_744, found: 58)),
        Damage(
            name: "a cut record header", bytes: Array(pcapBytes(length: 42).prefix(85)), frames: 1, offset: 82,
            fault: .cut(.recordHeader, expected: 16, found: 3)),
    ]

    /// A section, an interface, one packet; and then what is to be damaged, from byte 136 on.
    private static func pcapngBytes(_ damaged: (inout PcapngWriter) -> Void) -> [UInt8] {
        var file = PcapngWriter(.big)
        file.section()
        file.interface()
        file.enhancedPacket(0, ticks: 1, frame, originalLength: 42)
        damaged(&file)
        return file.bytes
    }

    private static func block(
        _ name: String, _ fault: CaptureFault, _ damaged: (inout PcapngWriter) -> Void
    ) -> Damage {
        Damage(name: name, bytes: pcapngBytes(damaged), frames: 1, offset: 136, fault: fault)
    }

    private static func raw(_ words: Int...) -> (inout PcapngWriter) -> Void {
        { file in
            var writer = ByteWriter(.big)
            for word in words { writer.append32(word) }
            file.append(raw: writer.bytes)
        }
    }

    static let pcapng = [
        block("a block length of zero", .badBlockLength(0, minimum: 12), raw(4, 0, 0)),
        block("a block length that is no multiple of four", .badBlockLength(15, minimum: 12), raw(4, 15, 0, 15)),
        block("a packet block without room for a packet", .badBlockLength(28, minimum: 32), raw(6, 28, 0, 0)),
        block("a huge packet block", .recordTooLong(0x0100_0004, limit: 0x0100_0000), raw(6, 0x0100_0004, 0)),
        block("a huge unknown block", .cut(.block, expected: 0x0100_0004, found: 12), raw(99, 0x0100_0004, 0)),
        block(
            "lengths that differ", .blockLengthsDiffer(first: 16, last: 20),
            { $0.block(4, trailingLength: 20) { $0.append32(0) } }),
        block("a section without a byte order", .noByteOrder(found: 0x0102_0304), { $0.section(magic: 0x0102_0304) }),
        block("a section of another version", .sectionVersion(major: 2, minor: 0), { $0.section(major: 2) }),
        block(
            "an undeclared interface", .unknownInterface(1, declared: 1),
            { $0.enhancedPacket(1, ticks: 0, frame, originalLength: 42) }),
        block(
            "a frame beyond its block", .frameBeyondRecord(captured: 57, room: 56),
            { $0.enhancedPacket(0, ticks: 0, frame, captured: 57, originalLength: 42) }),
        block(
            "an absurd frame", .frameTooLong(captured: 262_145, limit: 262_144),
            { $0.enhancedPacket(0, ticks: 0, frame, captured: 262_145, originalLength: 42) }),
        block(
            "a clock option of no length", .badInterfaceOption(code: 9, length: 0), { $0.interface([(9, [])]) }),
        block(
            "an option beyond its block", .badInterfaceOption(code: 2, length: 99),
            {
                $0.block(1) {
                    $0.append32(0, 0); $0.append16(2, 99)
                }
            }),
    ]

    private static func snoopBytes(captured: Int, record: Int) -> [UInt8] {
        var file = ByteWriter(.big)
        file.append32(42, captured, record, 0, 1, 0)
        return Sample.snoop.bytes + file.bytes + frame
    }

    private static let snoopEnd = Sample.snoop.bytes.count
    static let snoop = [
        Damage(
            name: "a snoop frame beyond its record", bytes: snoopBytes(captured: 42, record: 60), frames: 3,
            offset: snoopEnd, fault: .frameBeyondRecord(captured: 42, room: 36)),
        Damage(
            name: "a snoop record shorter than its header", bytes: snoopBytes(captured: 1, record: 0), frames: 3,
            offset: snoopEnd, fault: .frameBeyondRecord(captured: 1, room: 0)),
        Damage(
            name: "an absurd snoop record", bytes: snoopBytes(captured: 42, record: 1 << 30), frames: 3,
            offset: snoopEnd,
            fault: .recordTooLong(1 << 30, limit: 262_168)),
    ]
}
