/// Looking at pages: sittings of some pages with time to read between them; a page is a connection to its site and
/// several to the machines that hold its parts.
struct Browsing: Habit {
    private let times: RandomTimes
    private var client: OfficeClient
    private var pagesLeft = 0
    private var seconds = 0.0

    /// How many sittings there are in a second of the busiest hour.
    private static let sittings = 3.0 / 3600

    init(_ host: OfficeHost, in scene: OfficeScene, _ generator: NumPyGenerator) {
        times = RandomTimes(
            start: scene.start, rhythm: .office, rate: Self.sittings * host.activity, shift: host.shift)
        client = OfficeClient(host, generator)
    }

    mutating func next() -> Occasion? {
        if pagesLeft > 0 {
            seconds += 2 + client.generator.logNormal(median: 18, spread: 1)
        } else {
            seconds = times.next(after: seconds, using: &client.generator)
            pagesLeft = client.generator.geometric(mean: 5)
        }
        pagesLeft -= 1
        guard seconds.isFinite else { return nil }
        if client.generator.chance(0.015) {
            return Occasion(seconds: seconds, conversations: [client.mistype(at: seconds)])
        }
        let site = Site(client.generator.popularRank(of: Site.count) + client.host.taste)
        return Occasion(seconds: seconds, conversations: client.page(of: site, at: seconds))
    }
}

extension OfficeClient {
    /// A page of a site with its parts.
    mutating func page(of site: Site, at seconds: Double) -> [Conversation] {
        var (conversations, known) = resolve(site, at: seconds)
        let opening: TCPExchange.Opening =
            generator.chance(0.004) ? .unanswered(tries: 4) : generator.chance(0.004) ? .refused : .accepted
        let turns = (0..<generator.geometric(mean: 1.7)).map { number in
            turn(of: number == 0 ? 6000...2e6 : 1200...5e7, pause: number == 0 ? 0 : generator.uniform(in: 0.05..<1))
        }
        let session = SecureSession(name: site.name, turns: turns, ending: ending())
        conversations.append(
            connect(to: site, at: known, opening: opening) { session.steps(seed: $0) })
        guard opening == .accepted else { return conversations }
        for _ in 0..<generator.geometric(mean: 4.5) {
            let start = known + 3.5 * site.delay + generator.uniform(in: 0.02..<0.4)
            conversations += part(from: Site(edge: 3 * generator.popularRank(of: 60)), at: start)
        }
        return conversations
    }

    /// Some parts of a page from one machine.
    mutating func part(from site: Site, at seconds: Double) -> [Conversation] {
        let (questions, known) = resolve(site, at: seconds)
        let turns = (0..<generator.geometric(mean: 2.5)).map { number in
            turn(of: 1200...5e7, pause: number == 0 ? 0 : generator.exponential(scale: 0.15))
        }
        let session = SecureSession(name: site.name, turns: turns, ending: ending())
        return questions + [connect(to: site, at: known) { session.steps(seed: $0) }]
    }

    /// A question with an answer of a size between these.
    mutating func turn(of sizes: ClosedRange<Double>, pause: Double) -> SecureSession.Turn {
        SecureSession.Turn(
            request: generator.integer(in: 250..<1100), response: Int(generator.pareto(index: 1.2, in: sizes)),
            pause: pause, thought: 0.001 + generator.exponential(scale: 0.02))
    }

    /// How a browser's connection ends: after a pause, mostly by the browser.
    mutating func ending() -> SecureSession.Ending {
        let kind = generator.random()
        let pause = generator.exponential(scale: 9)
        return kind < 0.07 ? .reset(after: pause) : .closed(kind < 0.8 ? .forward : .backward, after: pause)
    }
}
