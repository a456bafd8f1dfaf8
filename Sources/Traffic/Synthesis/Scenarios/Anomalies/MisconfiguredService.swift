/// A program on a host asks for a server that is no more, and never gives up.
struct MisconfiguredService: Incident {
    private let plan: IncidentPlan
    private var client: OfficeClient
    private var seconds: Double

    private static let port: UInt16 = 5432
    private static let interval = 5.0

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        (self.plan, seconds) = (plan, plan.start)
        client = plan.client(generator)
    }

    var initiators: String { "\(client.host.address)" }
    var responders: String { "\(OfficeNetwork.deadServer)" }

    mutating func next() -> Occasion? {
        seconds += Self.interval / plan.intensity * client.generator.uniform(in: 0.98..<1.02)
        guard let moment = plan.within(seconds) else { return nil }
        let request = client.connect(
            to: FlowEndpoint(OfficeNetwork.deadServer, port: Self.port), at: moment, over: .inside,
            opening: .unanswered(tries: 2))
        return Occasion(seconds: moment, conversations: [request])
    }
}
