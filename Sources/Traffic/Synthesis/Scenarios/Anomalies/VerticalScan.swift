/// A host outside tries the ports of the web server, in random order and none twice; some are open, most refuse.
struct VerticalScan: Incident {
    private let plan: IncidentPlan
    private let interval: Double
    private let scanner: IPAddress
    private let sourcePort: UInt16
    /// The ports that are left, the next one last.
    private var ports: [UInt16]
    private var generator: NumPyGenerator
    private var seconds: Double

    private static let open: Set<UInt16> = [22, 80, 443]
    private static let path = NetworkPath(clientDelay: 0.08, serverDelay: 0.000_3, loss: 0, clientHops: 49)

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator, rate: Double) {
        (self.plan, self.generator, seconds) = (plan, generator, plan.start)
        interval = 1 / (rate * plan.intensity)
        scanner = plan.attacker(&self.generator)
        sourcePort = self.generator.ephemeralPort()
        ports = Array(1...UInt16.max)
        self.generator.shuffle(&ports)
    }

    var initiators: String { "\(scanner)" }
    var responders: String { "\(OfficeNetwork.webServer)" }

    mutating func next() -> Occasion? {
        seconds += interval * generator.uniform(in: 0.7..<1.3)
        guard let moment = plan.within(seconds), let port = ports.popLast() else { return nil }
        let isOpen = Self.open.contains(port)
        let probe = TCPExchange(
            from: FlowEndpoint(scanner, port: sourcePort), to: FlowEndpoint(OfficeNetwork.webServer, port: port),
            at: moment, over: Self.path, seed: generator.next(), opening: isOpen ? .accepted : .refused, isProbe: true,
            [.reset(.forward)])
        return Occasion(seconds: moment, conversations: [Conversation(probe)])
    }
}
