/// A host saves its files on a server inside: as much upload as of stolen data, and more, but nothing wrong with it.
struct Backup: Incident {
    private var client: OfficeClient
    private var uploads: Uploads

    private static let bytes = 150e6
    private static let port: UInt16 = 9103

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        uploads = Uploads(plan, bytes: Self.bytes * plan.intensity, each: 10e6)
        client = plan.client(generator)
    }

    var initiators: String { "\(client.host.address)" }
    var responders: String { "\(OfficeNetwork.backupServer)" }

    mutating func next() -> Occasion? {
        guard let (moment, size) = uploads.next(&client.generator) else { return nil }
        let connection = client.connect(
            to: FlowEndpoint(OfficeNetwork.backupServer, port: Self.port), at: moment, over: .inside
        ) { seed in
            [
                .send(.forward, Payload(count: 120, seed: seed ^ 1), after: 0.001),
                .send(.backward, Payload(count: 80, seed: seed ^ 2), after: 0.002),
                .send(.forward, Payload(count: size, seed: seed), after: 0.01),
                .send(.backward, Payload(count: 40, seed: seed ^ 3), after: 0.02),
                .close(.forward, after: 0.01),
            ]
        }
        return Occasion(seconds: moment, conversations: [connection])
    }
}
