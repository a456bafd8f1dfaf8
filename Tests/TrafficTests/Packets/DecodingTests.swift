import Testing
import Traffic

@Suite("decoding")
struct DecodingTests {
    @Test("sound frames are understood to their payload", arguments: Frame.sound.map(\.name))
    func sound(name: String) throws {
        let frame = try #require(Frame.sound.first { $0.name == name })
        let packet = Packet(frame.bytes, frame.link)
        #expect(packet.fault == nil && packet.transport != nil && packet.network != nil)
        #expect(packet.originalLength == frame.bytes.count && packet.capturedLength == frame.bytes.count)
    }

    @Test("a TCP segment shows all its figures")
    func segment() throws {
        let segment = Frame.tcp([.syn, .ece], options: [1, 1, 1, 0], [9, 9])
        let packet = Packet(Frame.ethernet(0x0800, Frame.ipv4(6, segment)))
        #expect(packet.source == Frame.client && packet.destination == Frame.server)
        #expect(packet.sourcePort == 40000 && packet.destinationPort == 443)
        #expect(packet.tcpFlags == [.syn, .ece] && packet.opensConnection)
        #expect(packet.payloadLength == 2 && packet.carriedProtocol == .tcp)
        guard case .tcp(let header) = packet.transport else { throw Unexpected(packet) }
        #expect(header.sequenceNumber == 7 && header.acknowledgementNumber == 9 && header.window == 1024)
        #expect(header.length == 24 && packet.network?.headerLength == 20 && packet.network?.hopLimit == 64)
    }

    @Test("an answered SYN opens no connection")
    func opening() {
        let flags: [(TCPFlags, Bool)] = [(.syn, true), ([.syn, .ack], false), (.ack, false), ([.syn, .psh], true)]
        for (flags, opens) in flags {
            #expect(Packet(Frame.ipv4(6, Frame.tcp(flags)), .raw).opensConnection == opens, "\(flags)")
        }
    }

    @Test("VLAN tags are kept from the outside in, the first four of them")
    func vlans() {
        let inner = Frame.vlan(4, 0x8100, Frame.vlan(4095, 0x8100, Frame.vlan(6, 0x0800, Frame.ipv4(17, Frame.udp()))))
        let frame = Frame.ethernet(0x88a8, Frame.vlan(1, 0x8100, Frame.vlan(2, 0x9100, inner)))
        let packet = Packet(frame)
        #expect(Array(packet.link.vlans) == [1, 2, 4, 4095] && packet.link.vlans.description == "1/2/4/4095")
        #expect(packet.link.etherType == .ipv4 && packet.destinationPort == 53)
    }

    @Test("link padding and short captures do not change the payload length")
    func lengths() {
        let frame = Frame.ethernet(0x0800, Frame.ipv4(6, Frame.tcp(.ack, [1, 2, 3])))
        #expect(Packet(frame + [0, 0, 0]).payloadLength == 3)
        #expect(Packet(Array(frame.dropLast(3)), originalLength: frame.count).payloadLength == 3)
    }

    @Test("a length of zero, left to the network card, is taken from the frame", arguments: [0, 20])
    func offloaded(missing: Int) {
        var frame = Frame.ethernet(0x0800, Frame.ipv4(6, Frame.tcp(.ack, [UInt8](repeating: 7, count: 30))))
        (frame[16], frame[17]) = (0, 0)
        let packet = Packet(Array(frame.dropLast(missing)), originalLength: frame.count)
        #expect(packet.payloadLength == 30)
    }

    @Test("only the first fragment has ports")
    func fragments() {
        let first = Packet(Frame.ipv4(17, Frame.udp(), part: 0x2000), .raw)
        let later = Packet(Frame.ipv4(17, Frame.udp(), part: 0x0003), .raw)
        #expect(first.ports != nil && first.network?.fragment?.hasMore == true && first.network?.fragment?.offset == 0)
        #expect(later.ports == nil && later.transport == nil && later.fault == nil)
        #expect(later.network?.fragment == Fragment(identification: 0x1234, offset: 24, hasMore: false))
    }

    @Test("IPv6 fragments likewise, and an atomic one is whole")
    func fragmentsOfVersion6() {
        let rest: [UInt8] = [0, 0, 0, 5]
        let later = Packet(Frame.ipv6(44, [17, 0, 0, 0x18] + rest + Frame.udp()), .raw)
        let atomic = Packet(Frame.ipv6(44, [17, 0, 0, 0] + rest + Frame.udp()), .raw)
        #expect(later.network?.fragment == Fragment(identification: 5, offset: 24, hasMore: false))
        #expect(later.ports == nil && later.carriedProtocol == .udp)
        #expect(atomic.network?.fragment == nil && atomic.destinationPort == 53)
    }

    @Test("extension headers count as header, not as payload")
    func extensions() throws {
        let frame = try #require(Frame.sound.first { $0.name == "extension headers" })
        let packet = Packet(frame.bytes)
        #expect(packet.network?.headerLength == 56 && packet.network?.payloadLength == 8)
        #expect(packet.carriedProtocol == .udp && packet.payloadLength == 0)
    }

    @Test("other protocols keep their number and have no ports", arguments: [3 as UInt8, 50, 89, 253])
    func otherProtocols(number: UInt8) {
        let packet = Packet(Frame.ipv4(number, [1, 2, 3, 4]), .raw)
        #expect(packet.carriedProtocol == IPProtocol(rawValue: number))
        #expect(packet.ports == nil && packet.transport == nil && packet.fault == nil)
    }
}

/// A packet that is not what a test prepared.
struct Unexpected: Error {
    let packet: Packet

    init(_ packet: Packet) { self.packet = packet }
}
