import Traffic

/// Packets of one TCP conversation, made by hand: who sends what, when.
struct Talk {
    var packets: [Packet] = []

    static let client = IPAddress(192, 0, 2, 1)
    static let server = IPAddress(198, 51, 100, 7)

    /// Adds a packet from the client to the server.
    mutating func ask(_ milliseconds: Double, _ flags: TCPFlags = .ack, payload: Int = 0, header: Int = 20) {
        packets.append(Self.packet(milliseconds, isForward: true, flags, payload, header))
    }

    /// Adds a packet from the server to the client.
    mutating func answer(_ milliseconds: Double, _ flags: TCPFlags = .ack, payload: Int = 0, header: Int = 20) {
        packets.append(Self.packet(milliseconds, isForward: false, flags, payload, header))
    }

    private static func packet(
        _ milliseconds: Double, isForward: Bool, _ flags: TCPFlags, _ payload: Int, _ header: Int
    ) -> Packet {
        let time = Timestamp(nanoseconds: Int64((milliseconds * 1e6).rounded()))
        var packet = Packet(time: time, length: 14 + 20 + header + payload, link: LinkHeader(type: .ethernet))
        packet.network = IPHeader(
            from: isForward ? client : server, to: isForward ? server : client, carrying: .tcp,
            payloadLength: header + payload)
        packet.ports = isForward ? Ports(source: 40000, destination: 443) : Ports(source: 443, destination: 40000)
        var segment = TCPHeader(flags: flags)
        segment.length = header
        packet.transport = .tcp(segment)
        return packet
    }
}

extension Talk {
    /// A handshake, a question, an answer in bulk, and two more questions after 2 s and 7 s.
    static let withPauses: Talk = {
        var talk = Talk()
        talk.ask(0, .syn, header: 40)
        talk.answer(10, [.syn, .ack])
        talk.ask(20)
        talk.ask(30, [.psh, .ack], payload: 100)
        for time in [40.0, 50, 60] { talk.answer(time, payload: 1000) }
        talk.answer(70, [.psh, .ack], payload: 1000)
        talk.ask(2070, [.psh, .ack], payload: 200)
        talk.ask(9070, payload: 50)
        talk.answer(9080)
        return talk
    }()
}
