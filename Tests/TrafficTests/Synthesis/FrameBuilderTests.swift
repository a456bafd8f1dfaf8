import Testing

@testable import Traffic

@Suite("Frames that are built")
struct FrameBuilderTests {
    private static let version4 = FrameBuilder(from: IPAddress(192, 0, 2, 1), to: IPAddress(198, 51, 100, 7))
    private static let version6 = FrameBuilder(
        from: IPAddress(high: 0x2001_0db8_0000_0000, low: 1), to: IPAddress(high: 0x2001_0db8_0000_0000, low: 2))

    private static func options(_ change: (inout TCPOptions) -> Void) -> TCPOptions {
        var options = TCPOptions()
        change(&options)
        return options
    }

    private static let options: [TCPOptions] = [
        TCPOptions(), options { $0.maximumSegmentSize = 1460 }, options { $0.timestamps = (7, 9) },
        options { $0.windowScale = 7 }, options { $0.permitsSelectiveAcknowledgement = true },
        options {
            ($0.maximumSegmentSize, $0.windowScale, $0.permitsSelectiveAcknowledgement) = (1448, 14, true)
            $0.timestamps = (.max, 0)
        },
    ]

    @Test("what is decoded from a TCP frame is what it was built from", arguments: options, [0, 1, 1448])
    func tcp(options: TCPOptions, size: Int) throws {
        var header = TCPHeader(
            flags: [.psh, .ack], sequenceNumber: 0xdead_beef, acknowledgementNumber: .max, window: 513)
        header.options = options
        header.hasAccurateECN = true
        for builder in [Self.version4, Self.version6] {
            let payload = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
            let bytes = builder.tcp(Ports(source: 40000, destination: 443), header, payload: payload)
            let packet = Packet(bytes)
            guard case .tcp(var decoded) = packet.transport else {
                Issue.record("no TCP header: \(String(describing: packet.fault))")
                continue
            }
            decoded.length = TCP.shortestHeader
            #expect(decoded == header)
            #expect(packet.fault == nil)
            #expect((packet.source, packet.destination) == (builder.source, builder.destination))
            #expect(packet.ports == Ports(source: 40000, destination: 443))
            #expect(packet.link.source == builder.sourceHardware)
            #expect(try Array(bytes[#require(packet.payloadRange)]) == payload)
        }
    }

    @Test("datagrams and control messages come back as they were built", arguments: [version4, version6])
    func others(builder: FrameBuilder) throws {
        let bytes = builder.udp(Ports(source: 5353, destination: 53), payload: [1, 2, 3])
        let datagram = Packet(bytes)
        #expect(datagram.ports == Ports(source: 5353, destination: 53))
        #expect(try Array(bytes[#require(datagram.payloadRange)]) == [1, 2, 3])
        var header = ICMPHeader(type: builder.source.version == .four ? 8 : 128, code: 0)
        header.echo = ICMPHeader.Echo(identifier: 7, sequenceNumber: 9)
        #expect(Packet(builder.icmp(header, payload: [5])).transport == .icmp(header))
    }

    /// A sum over all words that includes the checksum is zero in ones' complement, RFC 1071 section 1.
    @Test("every checksum makes its words add up to nothing", arguments: [version4, version6], [0, 1, 2, 255])
    func checksums(builder: FrameBuilder, size: Int) throws {
        let payload = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let ports = Ports(source: 1, destination: 2)
        for bytes in [
            builder.tcp(ports, TCPHeader(flags: .syn), payload: payload), builder.udp(ports, payload: payload),
        ] {
            let packet = Packet(bytes)
            let network = try #require(packet.network)
            let start = try #require(packet.networkOffset) + network.headerLength
            var sum = InternetChecksum()
            sum.add(builder.source.bytes + builder.destination.bytes)
            sum.add(UInt16(network.carriedProtocol.rawValue))
            sum.add(UInt16(network.payloadLength))
            sum.add(bytes[start..<start + network.payloadLength])
            #expect(sum.value == 0)
            guard builder.source.version == .four else { continue }
            var header = InternetChecksum()
            header.add(bytes[14..<34])
            #expect(header.value == 0)
        }
    }

    /// The example of RFC 1071 section 3: the sum is ddf2, so the checksum is its complement.
    @Test("the checksum is that of RFC 1071")
    func checksum() {
        var checksum = InternetChecksum()
        checksum.add([0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7])
        #expect(checksum.value == ~0xddf2)
    }

    @Test("a datagram whose checksum comes out as zero says ffff, as zero means none")
    func zeroChecksum() {
        let plain = Self.version4.udp(Ports(source: 0, destination: 0), payload: [0, 0])
        let field = UInt16(plain[40]) << 8 | UInt16(plain[41])
        let adjusted = Self.version4.udp(Ports(source: 0, destination: 0), payload: [plain[40], plain[41]])
        #expect(field != 0)
        #expect(adjusted[40...41].elementsEqual([0xff, 0xff]))
    }

    @Test("short frames are filled up to Ethernet's least, unless that is not wanted")
    func padding() {
        var builder = Self.version4
        #expect(builder.udp(Ports(source: 1, destination: 2)).count == 60)
        builder.shortestFrame = 0
        #expect(builder.udp(Ports(source: 1, destination: 2)).count == 42)
        #expect(builder.reversed.reversed == builder)
    }
}
