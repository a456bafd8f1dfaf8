/// A host looks at pages whose parts lie on very many machines of content networks: as many addresses as in a scan, all
/// on one port, but each is asked for something and answers.
struct EdgeBrowsing: Incident {
    private let plan: IncidentPlan
    private var client: OfficeClient
    private var seconds: Double

    private static let interval = 6.0

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        (self.plan, seconds) = (plan, plan.start)
        client = plan.client(generator)
    }

    var initiators: String { "\(client.host.address)" }
    var responders: String { "198.19.0.0/17, 2001:db8:cd00::/64" }

    mutating func next() -> Occasion? {
        seconds += Self.interval / plan.intensity * client.generator.uniform(in: 0.5..<1.5)
        guard let moment = plan.within(seconds) else { return nil }
        let count = client.generator.integer(in: 15..<40)
        let parts = (0..<count).flatMap { _ in
            let edge = Site(edge: client.generator.integer(in: 0..<0x8000))
            return client.part(from: edge, at: moment + client.generator.exponential(scale: 0.5))
        }
        return Occasion(seconds: moment, conversations: parts)
    }
}
