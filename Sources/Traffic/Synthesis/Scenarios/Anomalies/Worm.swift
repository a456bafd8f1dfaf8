/// A program that spreads: each host that has it tries addresses, half of them close by, and those hosts that let it in
/// soon try others, too.
struct Worm: Incident {
    private let plan: IncidentPlan
    private let vulnerable: Set<IPAddress>
    /// Hosts that have it, and from when on they spread it, in order of that.
    private var carriers: [(client: OfficeClient, since: Double)]
    private var caught: Set<IPAddress>
    private var generator: NumPyGenerator
    private var seconds: Double

    private static let port: UInt16 = 445
    private static let rate = 4.0
    private static let shareVulnerable = 0.6
    private static let bytes = 90_000
    /// How long a host that has it takes to begin, in seconds.
    private static let awakening = 4.0

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        (self.plan, self.generator, seconds) = (plan, generator, plan.start)
        let first = plan.host(&self.generator)
        var vulnerable: Set<IPAddress> = []
        for host in plan.scene.hosts where self.generator.chance(Self.shareVulnerable) {
            vulnerable.insert(host.address)
        }
        self.vulnerable = vulnerable
        carriers = [(OfficeClient(first, self.generator.spawn(1)[0]), plan.start)]
        caught = [first.address]
    }

    var initiators: String { "\(carriers[0].client.host.address), and whom it reaches" }
    var responders: String { "10.1.0.0/16" }

    mutating func next() -> Occasion? {
        let awake = max(carriers.prefix { $0.since <= seconds }.count, 1)
        seconds += generator.exponential(scale: 1 / (Self.rate * plan.intensity * Double(awake)))
        guard let moment = plan.within(seconds) else { return nil }
        let carrier = generator.integer(in: 0..<awake)
        let host = carriers[carrier].client.host.address
        let (target, number) = target()
        guard target != host else { return Occasion(seconds: moment, conversations: []) }
        let falls = vulnerable.contains(target) && caught.insert(target).inserted
        let attempt = attempt(by: carrier, on: target, at: moment, falls: falls, exists: number != nil)
        if falls, let number {
            let client = OfficeClient(plan.scene.hosts[number], generator.spawn(1)[0])
            carriers.append((client, moment + Self.awakening))
        }
        return Occasion(seconds: moment, conversations: [attempt])
    }

    /// Half of all tries go to the part of the network where hosts are.
    private mutating func target() -> (IPAddress, number: Int?) {
        let hosts = plan.scene.hosts.count
        let number = generator.chance(0.5) ? generator.integer(in: 0..<max(hosts * 2, 254)) : Int.max
        guard number < hosts else {
            let isNear = number < Int.max
            return (
                isNear ? OfficeNetwork.client(number) : OfficeNetwork.inside(generator.integer(in: 0xc000...0xfffe)),
                nil
            )
        }
        return (OfficeNetwork.client(number), number)
    }

    private mutating func attempt(
        by carrier: Int, on target: IPAddress, at moment: Double, falls: Bool, exists: Bool
    ) -> Conversation {
        let opening: TCPExchange.Opening = falls ? .accepted : exists ? .refused : .unanswered(tries: 2)
        return carriers[carrier].client.connect(
            to: FlowEndpoint(target, port: Self.port), at: moment, over: .inside, opening: opening
        ) { seed in
            [
                .send(.forward, Payload(count: 500, seed: seed ^ 1), after: 0.001),
                .send(.backward, Payload(count: 300, seed: seed ^ 2), after: 0.002),
                .send(.forward, Payload(count: Self.bytes, seed: seed), after: 0.002),
                .reset(.backward, after: 0.1),
            ]
        }
    }
}
