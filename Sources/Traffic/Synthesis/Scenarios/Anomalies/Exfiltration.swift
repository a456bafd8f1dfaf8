/// A host inside brings data to a server outside, under TLS and in several connections.
struct Exfiltration: Incident {
    private var client: OfficeClient
    private let server: IPAddress
    private var uploads: Uploads

    private static let bytes = 60e6

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        var generator = generator
        server = plan.attacker(&generator)
        uploads = Uploads(plan, bytes: Self.bytes * plan.intensity, each: 4e6)
        client = plan.client(generator)
    }

    var initiators: String { "\(client.host.address)" }
    var responders: String { "\(server)" }

    mutating func next() -> Occasion? {
        guard let (moment, size) = uploads.next(&client.generator) else { return nil }
        let path = NetworkPath(
            clientDelay: 0.000_3, serverDelay: 0.06, segmentGap: 0.000_6, clientHops: client.host.hops, serverHops: 50)
        let upload = SecureSession(
            name: "files.share.example", turns: [SecureSession.Turn(request: size, response: 200, pause: 0.05)])
        let connection = client.connect(to: FlowEndpoint(server, port: 443), at: moment, over: path) {
            upload.steps(seed: $0)
        }
        return Occasion(seconds: moment, conversations: [connection])
    }
}
