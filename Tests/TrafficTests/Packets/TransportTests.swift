import Testing
import Traffic

@Suite("transport headers")
struct TransportTests {
    private func tcp(_ options: [UInt8]) throws -> TCPHeader {
        let packet = Packet(Frame.ipv4(6, Frame.tcp(.syn, options: options, [1])), .raw)
        guard case .tcp(let header) = packet.transport, packet.fault == nil else { throw Unexpected(packet) }
        #expect(packet.payloadLength == 1 && header.length == 20 + options.count)
        return header
    }

    @Test("of TCP show the options of a SYN")
    func synOptions() throws {
        let scale: [UInt8] = [1, 3, 3, 7]
        let options = try tcp([2, 4, 5, 0xb4, 4, 2, 8, 10, 0, 0, 0, 9, 0, 0, 0, 4] + scale).options
        #expect(options.maximumSegmentSize == 1460 && options.windowScale == 7)
        #expect(options.permitsSelectiveAcknowledgement)
        #expect(options.timestamps.map { [$0.value, $0.echo] } == [9, 4])
    }

    @Test("of TCP show timestamps alone, and nothing where there is nothing")
    func fewOptions() throws {
        let times = try tcp([1, 1, 8, 10, 0, 0, 1, 0, 0, 0, 0, 5]).options
        #expect(times.timestamps.map { [$0.value, $0.echo] } == [256, 5] && times.maximumSegmentSize == nil)
        for bytes: [UInt8] in [[], [0, 9, 9, 9], [1, 1, 1, 1], [254, 4, 1, 2]] {
            let options = try tcp(bytes).options
            #expect(options == TCPOptions() && options.timestamps == nil && options.windowScale == nil)
            #expect(!options.permitsSelectiveAcknowledgement)
        }
    }

    @Test("of TCP keep the bit of accurate ECN apart from the length")
    func accurateECN() throws {
        var segment = Frame.tcp(.syn)
        segment[12] |= 1
        guard case .tcp(var header) = Packet(Frame.ipv4(6, segment), .raw).transport else { return }
        #expect(header.hasAccurateECN && header.length == 20 && header.flags == .syn)
        header.length = 24
        #expect(header.hasAccurateECN && header.length == 24)
    }

    @Test("of TCP that end within an option keep those before, and say who ended them")
    func cutOptions() {
        let whole = Frame.ipv4(6, Frame.tcp(.syn, options: [2, 4, 5, 0xb4, 8, 10, 0, 0, 0, 1, 0, 0, 0, 2, 1, 1]))
        let cut = Packet(Array(whole.prefix(48)), .raw, originalLength: whole.count)
        let short = Packet(Array(whole.prefix(48)), .raw)
        guard case .tcp(let header) = cut.transport else { return #expect(Bool(false)) }
        #expect(header.options.maximumSegmentSize == 1460 && header.options.timestamps == nil)
        #expect(cut.fault == .cut(.tcpOptions) && short.fault == .short(.tcpOptions))
        #expect(cut.payloadOffset == nil && cut.payloadRange == nil && cut.payloadLength == 0)
    }

    @Test(
        "of ICMP tell which echo is meant",
        arguments: [
            (1 as UInt8, 8 as UInt8, true), (1, 0, true), (1, 3, false), (58, 128, true), (58, 129, true),
            (58, 8, false),
        ])
    func echo(number: UInt8, type: UInt8, isEcho: Bool) {
        let message: [UInt8] = [type, 1, 0, 0, 0x12, 0x34, 0, 5]
        let packet = Packet(number == 1 ? Frame.ipv4(1, message) : Frame.ipv6(58, message), .raw)
        var header = ICMPHeader(type: type, code: 1)
        if isEcho { header.echo = ICMPHeader.Echo(identifier: 0x1234, sequenceNumber: 5) }
        #expect(packet.transport == .icmp(header) && packet.fault == nil && packet.ports == nil)
    }

    @Test("of SCTP show ports, tag and first chunk")
    func sctp() throws {
        let packet = Packet(Frame.ipv4(132, [0x0b, 0x59, 0, 80, 0, 0, 0, 7, 1, 2, 3, 4, 1, 0, 0, 20] + [1, 2]), .raw)
        guard case .sctp(let header) = packet.transport else { throw Unexpected(packet) }
        #expect(packet.ports == Ports(source: 2905, destination: 80) && packet.payloadLength == 6)
        #expect(header.verificationTag == 7 && header.firstChunk == 1 && packet.fault == nil)
    }

    @Test("of IGMP show type and group")
    func igmp() throws {
        for (type, hasGroup) in [(0x11 as UInt8, true), (0x16, true), (0x17, true), (0x22, false)] {
            let packet = Packet(Frame.ipv4(2, [type, 0, 0, 0, 224, 0, 0, 251]), .raw)
            guard case .igmp(let header) = packet.transport else { throw Unexpected(packet) }
            #expect(header.type == type && header.group == (hasGroup ? IPAddress(224, 0, 0, 251) : nil))
        }
    }

    @Test("of UDP-Lite and DCCP show ports and length")
    func relatives() throws {
        let lite = Packet(Frame.ipv4(136, [0, 1, 0, 2, 0, 8, 0, 0, 9, 9]), .raw)
        #expect(lite.ports == Ports(source: 1, destination: 2) && lite.transport == .udp && lite.payloadLength == 2)
        let dccp = Packet(Frame.ipv4(33, [0, 1, 0, 2, 4, 0, 0, 0, 0x0b] + [UInt8](repeating: 0, count: 8)), .raw)
        guard case .dccp(let header) = dccp.transport else { throw Unexpected(dccp) }
        #expect(header.type == 5 && header.length == 16 && dccp.payloadLength == 1 && dccp.sourcePort == 1)
    }

    @Test("are found behind an authentication header in either version, and not behind encryption")
    func security() {
        let header: [UInt8] = [17, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]
        let packets = [Frame.ipv4(51, header + Frame.udp()), Frame.ipv6(51, header + Frame.udp())].map {
            Packet($0, .raw)
        }
        #expect(packets.allSatisfy { $0.destinationPort == 53 && $0.payloadLength == 0 && $0.fault == nil })
        let hidden = Packet(Frame.ipv4(50, header + Frame.udp()), .raw)
        #expect(hidden.carriedProtocol == .esp && hidden.ports == nil && hidden.fault == nil)
    }

    @Test("begin after the IP header, whose service class is told")
    func service() {
        var frame = Frame.ethernet(0x0800, Frame.ipv4(17, Frame.udp([7])))
        frame[15] = 0xb9
        let packet = Packet(frame)
        #expect(packet.network?.codePoint == 46 && packet.network?.congestion == 1)
        #expect(packet.networkOffset == 14 && packet.payloadOffset == 42 && packet.payloadRange == 42..<43)
        var six = Frame.ipv6(17, Frame.udp())
        (six[0], six[1]) = (0x6b, 0x90)
        #expect(Packet(six, .raw).network?.trafficClass == 0xb9)
    }
}

@Suite("jumbograms")
struct JumbogramTests {
    private static func packet(length: [UInt8], declared: UInt16 = 0, _ extra: [UInt8] = []) -> [UInt8] {
        var bytes = Frame.ipv6(0, [17, 0, 0xc2, 4] + length + Frame.udp() + extra)
        (bytes[4], bytes[5]) = (UInt8(declared >> 8), UInt8(declared & 0xff))
        return bytes
    }

    @Test("have the length of their option")
    func length() {
        let bytes = Self.packet(length: [0, 1, 0, 0x10], [UInt8](repeating: 0, count: 65536))
        var packet = bytes
        (packet[52], packet[53]) = (0, 0)
        let whole = Packet(packet, .raw)
        #expect(whole.ipLength == 40 + 65552 && whole.payloadLength == 65536 && whole.fault == nil)
        let cut = Packet(Array(packet.prefix(100)), .raw, originalLength: packet.count)
        #expect(cut.ipLength == 40 + 65552 && cut.payloadRange == 56..<100 && cut.fault == nil)
    }

    @Test(
        "that lie about their length are named",
        arguments: [
            packet(length: [0, 0, 0, 16]), packet(length: [0, 1, 0, 0x10], declared: 16),
            Frame.ipv6(0, [17, 0, 0xc2, 2, 0, 0, 1, 0] + Frame.udp()),
        ])
    func lies(bytes: [UInt8]) {
        let packet = Packet(bytes, .raw)
        #expect(packet.fault == .badJumboOption && packet.network != nil && packet.transport == nil)
    }
}
