/// What two hosts have to say to each other, from its first frame to its last.
struct Conversation: Sendable {
    private enum Content: Sendable {
        case tcp(TCPExchange)
        /// The frames, the last to be sent first.
        case datagrams([FrameSketch])
    }

    /// When it begins, in seconds after the scenario's start.
    let seconds: Double
    private var content: Content

    /// A connection.
    init(_ exchange: TCPExchange) {
        seconds = exchange.seconds
        content = .tcp(exchange)
    }

    /// A question in a datagram, and maybe its answer.
    init(
        from client: FlowEndpoint, to server: FlowEndpoint, at seconds: Double, over path: NetworkPath,
        asking question: [UInt8], answering answer: [UInt8]?, after delay: Double? = nil
    ) {
        self.seconds = seconds
        let asking = FrameSketch(
            seconds: seconds, source: client, destination: server, hopLimit: path.clientHops, content: .udp,
            payload: Payload(question), places: 0..<question.count)
        let answering = answer.map { bytes in
            FrameSketch(
                seconds: seconds + (delay ?? path.serverDelay), source: server, destination: client,
                hopLimit: path.serverHops, content: .udp, payload: Payload(bytes), places: 0..<bytes.count)
        }
        content = .datagrams([answering, asking].compactMap(\.self))
    }

    /// The next frame; nil when all is said.
    mutating func next() -> FrameSketch? {
        switch content {
        case .tcp(var exchange):
            content = .datagrams([])
            defer { content = .tcp(exchange) }
            return exchange.next()
        case .datagrams(var frames):
            content = .datagrams([])
            defer { content = .datagrams(frames) }
            return frames.popLast()
        }
    }
}
