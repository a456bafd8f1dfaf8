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
