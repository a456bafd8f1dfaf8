/// Mail: a program that looks for new letters every few minutes while its owner is there, and a letter sent now and
/// then.
struct Mailing: Habit {
    private let times: RandomTimes
    private var client: OfficeClient
    private var seconds = 0.0

    private static let site = Site(24)
    private static let looks = 1.0 / 240
    private static let shareOfSending = 0.08

    init(_ host: OfficeHost, in scene: OfficeScene, _ generator: NumPyGenerator) {
        times = RandomTimes(start: scene.start, rhythm: .office, rate: Self.looks, shift: host.shift)
        client = OfficeClient(host, generator)
    }

    mutating func next() -> Occasion? {
        seconds = times.next(after: seconds, using: &client.generator)
        guard seconds.isFinite else { return nil }
        let (questions, known) = client.resolve(Self.site, at: seconds)
        let isSending = client.generator.chance(Self.shareOfSending)
        let session = SecureSession(name: Self.site.name, turns: isSending ? sending() : looking())
        let connection = client.connect(to: Self.site, port: isSending ? 465 : 993, at: known) {
            session.steps(seed: $0)
        }
        return Occasion(seconds: seconds, conversations: questions + [connection])
    }

    private mutating func looking() -> [SecureSession.Turn] {
        let letters = client.generator.chance(0.3) ? client.generator.geometric(mean: 1.5) : 0
        let greetings = (0..<3).map { _ in
            SecureSession.Turn(request: client.generator.integer(in: 15..<60), response: 90, thought: 0.003)
        }
        return greetings + (0..<letters).map { _ in client.turn(of: 3000...2e7, pause: 0.002) }
    }

    private mutating func sending() -> [SecureSession.Turn] {
        let greetings = (0..<4).map { _ in SecureSession.Turn(request: 40, response: 60, thought: 0.003) }
        let letter = Int(client.generator.pareto(index: 1.2, in: 2000...2e7))
        return greetings + [SecureSession.Turn(request: letter, response: 60, thought: 0.05)]
    }
}
