/// A host inside asks a server outside for orders at a steady pace, a fifth more or less.
struct Beaconing: Incident {
    private let plan: IncidentPlan
    private let server: IPAddress
    private var client: OfficeClient
    private var seconds: Double

    private static let interval = 60.0
    private static let jitter = 0.2

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        var generator = generator
        (self.plan, seconds) = (plan, plan.start)
        server = plan.attacker(&generator)
        client = plan.client(generator)
    }

    var initiators: String { "\(client.host.address)" }
    var responders: String { "\(server)" }

    mutating func next() -> Occasion? {
        let share = client.generator.uniform(in: 1 - Self.jitter..<1 + Self.jitter)
        seconds += Self.interval / plan.intensity * share
        guard let moment = plan.within(seconds) else { return nil }
        let path = NetworkPath(
            clientDelay: 0.000_3, serverDelay: 0.045, loss: 0, clientHops: client.host.hops, serverHops: 47)
        let hasOrders = client.generator.chance(0.04)
        let answer = hasOrders ? client.generator.integer(in: 2000..<40_000) : client.generator.integer(in: 90..<110)
        let turn = SecureSession.Turn(request: client.generator.integer(in: 180..<200), response: answer)
        let session = SecureSession(
            name: "status.metrics.example", turns: [turn], ending: .closed(.forward, after: 0.01))
        let connection = client.connect(to: FlowEndpoint(server, port: 443), at: moment, over: path) {
            session.steps(seed: $0)
        }
        return Occasion(seconds: moment, conversations: [connection])
    }
}
