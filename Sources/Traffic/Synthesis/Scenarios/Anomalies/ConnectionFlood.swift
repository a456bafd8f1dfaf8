/// Requests for connections that are never completed, until the server has no room for more and answers only some.
struct ConnectionFlood: Incident {
    private let plan: IncidentPlan
    private let rate: Double
    /// Where the requests come from; nil where under false addresses.
    private let source: IPAddress?
    private var generator: NumPyGenerator
    private var seconds: Double

    private static let shareAnswered = 0.35

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator, rate: Double, isSpoofed: Bool) {
        (self.plan, self.generator, seconds) = (plan, generator, plan.start)
        self.rate = rate * plan.intensity
        source = isSpoofed ? nil : plan.attacker(&self.generator)
    }

    var initiators: String { source.map { "\($0)" } ?? "198.18.0.0/16 (false)" }
    var responders: String { "\(OfficeNetwork.webServer)" }

    mutating func next() -> Occasion? {
        seconds += generator.exponential(scale: 1 / rate)
        guard let moment = plan.within(seconds) else { return nil }
        let sender = source ?? OfficeNetwork.spoofed(generator.integer(in: 0..<0x1_0000))
        let port = UInt16(generator.integer(in: 1024...65_535))
        var path = NetworkPath(clientDelay: 0.1, serverDelay: 0.000_4, loss: 0)
        path.clientHops = source == nil ? UInt8(generator.integer(in: 38..<62)) : 52
        // To a false address the answer goes to somebody who never asked, and who seldom is there to say so.
        let isRejected = source == nil && generator.chance(0.1)
        let opening: TCPExchange.Opening = generator.chance(Self.shareAnswered) ? .accepted : .unanswered(tries: 1)
        let request = TCPExchange(
            from: FlowEndpoint(sender, port: port), to: FlowEndpoint(OfficeNetwork.webServer, port: 443), at: moment,
            over: path, seed: generator.next(), opening: opening, isProbe: true, isRejected ? [.reset(.forward)] : [])
        return Occasion(seconds: moment, conversations: [Conversation(request)])
    }
}
