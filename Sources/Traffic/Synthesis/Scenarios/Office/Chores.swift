/// What a system does by itself, day and night: asking for the time, and for updates.
struct Chores: Habit {
    private let scene: OfficeScene
    private var client: OfficeClient
    private var nextTime: Double
    private var nextUpdate: Double

    private static let timeServer = Site(122)
    private static let updates = Site(79)
    private static let betweenTimes = 1024.0
    private static let betweenUpdates = 2700.0

    init(_ host: OfficeHost, in scene: OfficeScene, _ generator: NumPyGenerator) {
        self.scene = scene
        client = OfficeClient(host, generator)
        nextTime = client.generator.uniform(in: 0..<Self.betweenTimes)
        nextUpdate = client.generator.uniform(in: 0..<Self.betweenUpdates)
    }

    mutating func next() -> Occasion? {
        let seconds = min(nextTime, nextUpdate)
        guard nextTime <= nextUpdate else {
            nextUpdate += client.generator.exponential(scale: Self.betweenUpdates)
            return Occasion(seconds: seconds, conversations: update(at: seconds))
        }
        nextTime += Self.betweenTimes + client.generator.uniform(in: 0..<8)
        return Occasion(seconds: seconds, conversations: [askForTime(at: seconds)])
    }

    private mutating func askForTime(at seconds: Double) -> Conversation {
        let path = client.path(to: Self.timeServer)
        let asked = scene.start.after(seconds)
        return Conversation(
            from: FlowEndpoint(client.host.address, port: client.nextPort()),
            to: FlowEndpoint(Self.timeServer.address, port: 123), at: seconds, over: path,
            asking: TimeMessage.question(at: asked),
            answering: TimeMessage.answer(to: asked, at: asked.after(path.serverDelay / 2)))
    }

    private mutating func update(at seconds: Double) -> [Conversation] {
        let (questions, known) = client.resolve(Self.updates, at: seconds)
        let size = Int(client.generator.pareto(index: 1.1, in: 400...5e6))
        let connection = client.connect(to: Self.updates, port: 80, at: known) { seed in
            [
                .send(.forward, WebMessage.request("/catalog", of: Self.updates.name), after: 0.000_2),
                .send(.backward, WebMessage.response(size, seed: seed), after: 0.004),
                .close(.forward, after: 0.01),
            ]
        }
        return questions + [connection]
    }
}
