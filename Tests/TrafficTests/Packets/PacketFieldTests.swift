import Testing
import Traffic

@Suite("The fields of a packet")
struct PacketFieldTests {
    private static func fields(_ bytes: [UInt8], _ link: LinkType = .ethernet) -> [PacketField] {
        Packet(bytes, link).fields(in: bytes.span.bytes)
    }

    /// The offsets of RFC 791 and RFC 9293, after 14 bytes of Ethernet.
    @Test(
        "fields stand where the standards draw them, and say what the bytes say",
        arguments: [
            ("Destination", "Link", 0, 6, "02:00:00:00:00:01"), ("Source", "Link", 6, 6, "02:00:00:00:00:02"),
            ("Type", "Link", 12, 2, "0x0800"), ("Version, header length", "IPv4", 14, 1, "4, 20 bytes"),
            ("Total length", "IPv4", 16, 2, "47"), ("Identification", "IPv4", 18, 2, "0x1234"),
            ("Time to live", "IPv4", 22, 1, "64"), ("Protocol", "IPv4", 23, 1, "6"),
            ("Source", "IPv4", 26, 4, "192.0.2.1"), ("Destination", "IPv4", 30, 4, "198.51.100.7"),
            ("Source port", "TCP", 34, 2, "40000"), ("Destination port", "TCP", 36, 2, "443"),
            ("Sequence number", "TCP", 38, 4, "7"), ("Acknowledgement number", "TCP", 42, 4, "9"),
            ("Header length", "TCP", 46, 1, "24 bytes"), ("Flags", "TCP", 47, 1, "SYN+ACK"),
            ("Window", "TCP", 48, 2, "1024"), ("Options", "TCP", 54, 4, nil), ("Payload", "Payload", 58, 3, nil),
            ("Padding", "Trailer", 61, 2, nil),
        ] as [(String, String, Int, Int, String?)])
    func places(name: String, part: String, offset: Int, count: Int, value: String?) throws {
        let segment = Frame.tcp([.syn, .ack], options: [2, 4, 5, 0xb4], [1, 2, 3])
        let bytes = Frame.ethernet(0x0800, Frame.ipv4(6, segment)) + [0, 0]
        let field = try #require(
            Self.fields(bytes).first { $0.name == name && $0.part.description == part }, "\(part): \(name)")
        #expect(field.range == offset..<offset + count)
        #expect(field.value == value)
    }

    @Test("a version 6 header has its long addresses, and what stands between it and UDP")
    func version6() throws {
        let bytes = Frame.ethernet(0x86dd, Frame.ipv6(0, [17, 0, 1, 4, 0, 0, 0, 0] + Frame.udp([7])))
        let fields = Self.fields(bytes)
        let told = fields.map { "\($0.part) \($0.name) \($0.range) \($0.value ?? "-")" }
        #expect(told.contains("IPv6 Source 22..<38 2001:db8::1"))
        #expect(told.contains("IPv6 Extension headers 54..<62 -"))
        #expect(told.contains("UDP Length 66..<68 9"))
        #expect(told.last == "Payload Payload 70..<71 -")
    }

    @Test("every captured byte is in one field, wherever a capture ends", arguments: Frame.sound.indices)
    func partition(index: Int) {
        let sample = Frame.sound[index]
        for count in 0...sample.bytes.count {
            let bytes = Array(sample.bytes.prefix(count))
            let packet = Packet(bytes, sample.link, originalLength: sample.bytes.count)
            let ranges = packet.fields(in: bytes.span.bytes).map(\.range)
            #expect(ranges.flatMap(Array.init) == Array(0..<count), "\(sample.name), \(count) bytes")
            #expect(ranges.allSatisfy { !$0.isEmpty })
        }
    }

    @Test("a field that is cut short with the capture has no value")
    func cut() {
        let fields = Self.fields(Array(Frame.ethernet(0x0800, []).prefix(10)))
        #expect(fields.map(\.name) == ["Destination", "Source"])
        #expect(fields.map(\.value) == ["02:00:00:00:00:01", nil])
        #expect(fields.last?.range == 6..<10)
    }
}
