/// Work on other machines by the Secure Shell: a few commands, or an hour of them, key by key.
struct ShellWork: Habit {
    private let times: RandomTimes
    private var client: OfficeClient
    private var seconds = 0.0

    private static let sessions = 0.8 / 3600

    init(_ host: OfficeHost, in scene: OfficeScene, _ generator: NumPyGenerator) {
        times = RandomTimes(start: scene.start, rhythm: .office, rate: Self.sessions, shift: host.shift)
        client = OfficeClient(host, generator)
    }

    mutating func next() -> Occasion? {
        seconds = times.next(after: seconds, using: &client.generator)
        guard seconds.isFinite else { return nil }
        let keys = keystrokes()
        let session: (UInt64) -> [TCPExchange.Step] = { seed in
            SecureShell.opening(seed: seed) + keys + [.close(.forward, after: 0.2)]
        }
        let isInside = client.generator.chance(0.6)
        let connection =
            isInside
            ? client.connect(
                to: FlowEndpoint(OfficeNetwork.shellServer, port: 22), at: seconds, over: .inside, session)
            : client.connect(to: Site(60 + client.host.taste % 5), port: 22, at: seconds, session)
        return Occasion(seconds: seconds, conversations: [connection])
    }

    private mutating func keystrokes() -> [TCPExchange.Step] {
        let count = min(Int(client.generator.pareto(index: 0.9, in: 12...600)), 600)
        return (0..<count).flatMap { _ in
            let output = client.generator.chance(0.85) ? 36 : Int(client.generator.pareto(index: 1.3, in: 60...20_000))
            return SecureShell.turn(
                request: 36, response: output / 4 * 4, seed: client.conversationSeed(),
                after: client.generator.logNormal(median: 0.4, spread: 1.3))
        }
    }
}

/// What is said by the Secure Shell.
enum SecureShell {
    /// Until both know whom they talk to: versions, algorithms, keys, and some questions of a password or key.
    static func opening(seed: UInt64, attempts: Int = 1) -> [TCPExchange.Step] {
        let handshake = SecureShellHandshake(seed: seed)
        let greeting: [TCPExchange.Step] = [
            .send(.forward, Payload(SecureShellHandshake.clientVersion), after: 0.000_3),
            .send(.backward, Payload(SecureShellHandshake.serverVersion), after: 0.006),
            .send(.forward, Payload(handshake.algorithms(.forward)), after: 0.000_5),
            .send(.backward, Payload(handshake.algorithms(.backward)), after: 0.001),
            .send(.forward, Payload(handshake.exchange), after: 0.003),
            .send(.backward, Payload(handshake.reply), after: 0.005),
            .send(.forward, Payload(handshake.newKeys, count: 64, seed: seed ^ 7), after: 0.002),
            .send(.backward, Payload(count: 64, seed: seed ^ 8), after: 0.001),
            .send(.forward, Payload(count: 80, seed: seed ^ 9), after: 0.002),
            .send(.backward, Payload(count: 80, seed: seed ^ 10), after: 0.004),
        ]
        return greeting
            + (0..<attempts).flatMap { number in
                turn(request: 148, response: 52, seed: seed &+ UInt64(number) &* 2 &+ 11, after: 0.05, thought: 0.3)
            }
    }

    /// A message and its answer, encrypted.
    static func turn(
        request: Int, response: Int, seed: UInt64, after pause: Double, thought: Double = 0.001
    ) -> [TCPExchange.Step] {
        [
            .send(.forward, Payload(count: request, seed: seed), after: pause),
            .send(.backward, Payload(count: response, seed: seed ^ 0xff), after: thought),
        ]
    }
}
