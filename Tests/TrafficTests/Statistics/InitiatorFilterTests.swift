import Testing
import Traffic

@Suite("Packets that begin something")
struct InitiatorFilterTests {
    private static let (client, server) = (IPAddress(192, 0, 2, 1), IPAddress(192, 0, 2, 2))

    private static func packet(
        _ seconds: Double, _ carried: IPProtocol, forward: Bool = true, flags: TCPFlags? = nil, port: UInt16 = 4000
    ) -> Packet {
        var packet = Packet(time: Timestamp(seconds: seconds), length: 60, link: LinkHeader(type: .raw))
        let (source, destination) = forward ? (client, server) : (server, client)
        packet.network = IPHeader(from: source, to: destination, carrying: carried, payloadLength: 20)
        packet.ports =
            forward ? Ports(source: port, destination: 53) : Ports(source: 53, destination: port)
        if let flags { packet.transport = .tcp(TCPHeader(flags: flags)) }
        return packet
    }

    static let rows: [(name: String, packets: [Packet], admitted: [Bool])] = [
        (
            "TCP: a SYN without ACK, each time",
            [.syn, [.syn, .ack], .ack, .syn, .rst].map { packet(0, .tcp, flags: $0) },
            [true, false, false, true, false]
        ),
        (
            "UDP: the first of a conversation, not its answer",
            [packet(0, .udp), packet(1, .udp, forward: false), packet(2, .udp), packet(3, .udp, port: 4001)],
            [true, false, false, true]
        ),
        (
            "UDP: again after more than two minutes of silence",
            [packet(0, .udp), packet(119, .udp), packet(239, .udp), packet(359.1, .udp)],
            [true, false, false, true]
        ),
        (
            "what is no IP", [Packet(time: Timestamp(seconds: 0), length: 60, link: LinkHeader(type: .ethernet))],
            [false]
        ),
    ]

    @Test("are told from others", arguments: rows.indices)
    func admits(row: Int) {
        var filter = InitiatorFilter()
        let admitted = Self.rows[row].packets.map { filter.admits($0) }
        #expect(admitted == Self.rows[row].admitted, "\(Self.rows[row].name)")
    }

    @Test("later fragments begin nothing")
    func fragments() {
        var filter = InitiatorFilter()
        var later = Self.packet(0, .udp)
        later.network?.fragment = Fragment(identification: 1, offset: 1480, hasMore: false)
        let isAdmitted = filter.admits(later)
        #expect(!isAdmitted)
    }

    @Test("conversations that are over are forgotten, and begin again")
    func forgetting() {
        var filter = InitiatorFilter()
        let scan = (0..<10_000).map { Self.packet(Double($0), .udp, port: UInt16($0 + 1)) }
        let later = [Self.packet(10_001, .udp, port: 1), Self.packet(10_001, .udp, port: 9_999)]
        let admitted = (scan + later).map { filter.admits($0) }
        #expect(admitted.dropLast(2).allSatisfy { $0 })
        #expect(admitted.suffix(2) == [true, false])
    }
}
