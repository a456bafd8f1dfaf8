/// A TCP connection that writes itself: what is said in it is given, and frames are made of it one round trip at a
/// time.
///
/// Only the frames of the round at hand are held, some dozens. A sender may have ten segments under way, and twice as
/// many in each further round, up to 64 (RFC 6928 for the first window); every second segment is acknowledged, and the
/// last one, unless the answer does (RFC 9293 section 3.8.6.3).
struct TCPExchange: Sendable {
    /// What becomes of the wish to connect.
    enum Opening: Hashable, Sendable {
        case accepted
        /// The server answers with RST.
        case refused
        /// Nobody answers; the client asks so many times, after 1, 2, 4 … seconds more.
        case unanswered(tries: Int)
    }

    /// What happens in the connection once it is open.
    enum Step: Hashable, Sendable {
        /// One side speaks, so many seconds after what came before has reached it.
        case send(FlowDirection, Payload, after: Double = 0)
        /// One side takes its leave, and the other as well.
        case close(FlowDirection, after: Double = 0)
        /// One side breaks off.
        case reset(FlowDirection, after: Double = 0)
    }

    let client: FlowEndpoint
    let server: FlowEndpoint
    let path: NetworkPath
    let opening: Opening
    /// Whether the client is a program that makes its own segments, with no options but one, rather than a system.
    let isProbe: Bool
    /// When the connection is asked for; later, when the latest frame passed.
    var seconds: Double
    var noise: NoiseGenerator
    var streams: TCPStreams
    var forward: Side
    var backward: Side
    /// Who sent the latest frame.
    var latest = FlowDirection.forward
    /// Who sent payload that is not acknowledged yet, if any is not.
    var owed: FlowDirection?
    /// What is being said, and how much of it has been.
    var speech: (direction: FlowDirection, payload: Payload, said: Int)?
    /// Segments of the round at hand, as they are thought of.
    var drafts: [Draft] = []
    private var round: [FrameSketch] = []
    private let steps: [Step]
    private var nextStep = -1

    /// What one side keeps in mind.
    struct Side: Hashable, Sendable {
        /// How many segments it may have under way.
        var window = 10
        /// Its clock at the scenario's start, in milliseconds.
        let clock: UInt32
        /// The latest it said of its clock.
        var latestClock: UInt32 = 0
    }

    init(
        from client: FlowEndpoint, to server: FlowEndpoint, at seconds: Double, over path: NetworkPath, seed: UInt64,
        opening: Opening = .accepted, isProbe: Bool = false, _ steps: [Step] = []
    ) {
        (self.client, self.server, self.path, self.seconds) = (client, server, path, seconds)
        (self.opening, self.isProbe) = (opening, isProbe)
        self.steps = opening == .accepted ? steps : []
        noise = NoiseGenerator(seed: seed)
        let words = (noise.next(), noise.next())
        streams = TCPStreams(client: UInt32(truncatingIfNeeded: words.0), server: UInt32(truncatingIfNeeded: words.1))
        forward = Side(clock: UInt32(truncatingIfNeeded: words.0 >> 32))
        backward = Side(clock: UInt32(truncatingIfNeeded: words.1 >> 32))
    }

    /// The next frame; nil when the connection is over.
    mutating func next() -> FrameSketch? {
        while round.isEmpty {
            guard speech != nil || nextStep < steps.count else { return nil }
            advance()
            round = finishedRound().reversed()
        }
        return round.popLast()
    }

    private mutating func advance() {
        guard speech == nil else { return sendWindow() }
        defer { nextStep += 1 }
        guard nextStep >= 0 else { return open() }
        switch steps[nextStep] {
        case .send(let direction, let payload, let pause):
            guard payload.count > 0 else { return }
            take(turn: direction, after: pause)
            speech = (direction, payload, 0)
            sendWindow()
        case .close(let direction, let pause):
            take(turn: direction, after: pause)
            close(direction)
        case .reset(let direction, let pause):
            take(turn: direction, after: pause)
            segment([.rst, .ack], direction)
        }
    }
}
