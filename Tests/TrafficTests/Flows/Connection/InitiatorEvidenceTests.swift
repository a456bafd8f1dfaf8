import Testing

@testable import Traffic

@Suite("who began a conversation")
struct InitiatorEvidenceTests {
    static let tcp: [(flags: TCPFlags, from: UInt16, to: UInt16, evidence: InitiatorEvidence)] = [
        (.syn, 40000, 443, .sentSYN), (.syn, 443, 40000, .sentSYN),
        ([.syn, .ack], 443, 40000, .sendsFromServerPort), ([.syn, .ack], 40000, 443, .sentFirst),
        ([.syn, .ack], 40000, 40001, .sentFirst), ([.syn, .ack], 22, 443, .sentFirst),
        (.ack, 443, 40000, .sendsFromServerPort), (.ack, 40000, 443, .sentFirst),
        (.ack, 80, 6669, .sendsFromLowerServerPort), (.ack, 6669, 80, .sentFirst),
        (.rst, 80, 50000, .sendsFromServerPort),
    ]

    @Test("is told by flags and ports of TCP", arguments: tcp)
    func segment(flags: TCPFlags, from: UInt16, to: UInt16, evidence: InitiatorEvidence) {
        let packet = packet(.tcp(TCPHeader(flags: flags)), from, to, .tcp)
        #expect(InitiatorEvidence(first: packet) == evidence)
    }

    static let udp: [(from: UInt16, to: UInt16, isReversed: Bool)] = [
        (40000, 53, false), (53, 40000, true), (53, 53, false), (5353, 53, false), (68, 67, false), (67, 68, true),
    ]

    @Test("is told by ports of UDP", arguments: udp)
    func datagram(from: UInt16, to: UInt16, isReversed: Bool) {
        #expect(InitiatorEvidence(first: packet(.udp, from, to, .udp)).isReversed == isReversed)
    }

    @Test("is never a group of hosts", arguments: ["255.255.255.255", "224.0.0.1", "239.255.255.250", "ff02::1"])
    func groups(address: String) throws {
        let packet = packet(.udp, 67, 68, .udp, to: try #require(IPAddress(address)))
        #expect(!InitiatorEvidence(first: packet).isReversed)
    }

    @Test("is the first sender where there are no ports")
    func withoutPorts() {
        var echo = packet(.icmp(ICMPHeader(type: 0, code: 0)), 0, 0, .icmp)
        echo.ports = nil
        #expect(InitiatorEvidence(first: echo) == .sentFirst)
    }

    private func packet(
        _ header: TransportHeader, _ source: UInt16, _ destination: UInt16, _ carrying: IPProtocol,
        to address: IPAddress = IPAddress(198, 51, 100, 7)
    ) -> Packet {
        var packet = Packet(time: Timestamp(nanoseconds: 0), length: 60, link: LinkHeader(type: .raw))
        let from = address.version == .four ? IPAddress(192, 0, 2, 1) : IPAddress(high: 1, low: 1)
        packet.network = IPHeader(from: from, to: address, carrying: carrying, payloadLength: 40)
        packet.ports = Ports(source: source, destination: destination)
        packet.transport = header
        return packet
    }
}
