import Traffic

/// The packets of one TCP conversation, in the order they were sent.
struct Talk {
    var packets: [Packet] = []

    private static let dialogue = Dialogue(shortestFrame: 0)
    static let client = dialogue.client
    static let server = dialogue.server

    /// Adds a packet from the client to the server.
    mutating func ask(_ milliseconds: Double, _ flags: TCPFlags = .ack, payload: Int = 0, header: Int = 20) {
        add(milliseconds, .forward, flags, payload, header)
    }

    /// Adds a packet from the server to the client.
    mutating func answer(_ milliseconds: Double, _ flags: TCPFlags = .ack, payload: Int = 0, header: Int = 20) {
        add(milliseconds, .backward, flags, payload, header)
    }

    private mutating func add(
        _ milliseconds: Double, _ direction: FlowDirection, _ flags: TCPFlags, _ payload: Int, _ header: Int
    ) {
        var packet = Self.dialogue.segment(at: 0, direction, flags, payload: payload, header: header)
        packet.time = Timestamp(nanoseconds: Int64((milliseconds * 1e6).rounded()))
        packets.append(packet)
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
