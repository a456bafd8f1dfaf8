/// A host inside brings data to a server outside, under TLS and in several connections.
struct Exfiltration: Incident {
    private let plan: IncidentPlan
    private var client: OfficeClient
    private let server: IPAddress
    private var uploads: Uploads

    private static let bytes = 60e6

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        var generator = generator
        self.plan = plan
        server = OfficeNetwork.attacker(generator.integer(in: 0..<127))
        let host = plan.host(&generator)
        uploads = Uploads(plan, bytes: Self.bytes * plan.intensity, each: 4e6)
        client = OfficeClient(host, generator)
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

/// An amount of data in parts, spread over the time that there is.
struct Uploads: Sendable {
    private let plan: IncidentPlan
    private let count: Int
    private let size: Double
    private var done = 0

    init(_ plan: IncidentPlan, bytes: Double, each: Double) {
        self.plan = plan
        count = max(Int((bytes / each).rounded()), 1)
        size = bytes / Double(count)
    }

    /// The next part: when it begins, and its bytes, a quarter more or less.
    mutating func next(_ generator: inout NumPyGenerator) -> (seconds: Double, bytes: Int)? {
        guard done < count else { return nil }
        let step = plan.length / Double(count)
        let moment = plan.start + (Double(done) + generator.uniform(in: 0..<0.5)) * step
        done += 1
        return (moment, Int(size * generator.uniform(in: 0.75..<1.25)))
    }
}
