/// A host outside tries one port of the office's addresses, in random order and none twice; hosts refuse, and where
/// nobody is, nobody answers.
struct HorizontalScan: Incident {
    private let plan: IncidentPlan
    private let interval: Double
    private let scanner: IPAddress
    private let taken: Set<IPAddress>
    /// The addresses that are left, the next one last.
    private var targets: [UInt16]
    private var generator: NumPyGenerator
    private var seconds: Double

    private static let port: UInt16 = 445
    /// Addresses below are tried first: those that routes are known for.
    private static let near: UInt16 = 2048
    private static let path = NetworkPath(clientDelay: 0.12, serverDelay: 0.000_3, loss: 0, clientHops: 51)

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        (self.plan, self.generator, seconds) = (plan, generator, plan.start)
        interval = 1 / (20 * plan.intensity)
        scanner = plan.attacker(&self.generator)
        taken = Set(plan.scene.hosts.map(\.address))
        targets =
            self.generator.permutation(of: Self.near...UInt16.max) + self.generator.permutation(of: 0..<Self.near)
    }

    var initiators: String { "\(scanner)" }
    var responders: String { "10.1.0.0/16" }

    mutating func next() -> Occasion? {
        seconds += interval * generator.uniform(in: 0.7..<1.3)
        guard let moment = plan.within(seconds), let number = targets.popLast() else { return nil }
        let target = OfficeNetwork.inside(Int(number))
        let probe = TCPExchange(
            from: FlowEndpoint(scanner, port: generator.ephemeralPort()), to: FlowEndpoint(target, port: Self.port),
            at: moment, over: Self.path, seed: generator.next(),
            opening: taken.contains(target) ? .refused : .unanswered(tries: 1), isProbe: true)
        return Occasion(seconds: moment, conversations: [Conversation(probe)])
    }
}
