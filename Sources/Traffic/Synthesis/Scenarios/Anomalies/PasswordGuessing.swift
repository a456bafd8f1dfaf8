/// A host outside tries passwords of the Secure Shell: three a connection, after which the server hangs up.
struct PasswordGuessing: Incident {
    private let plan: IncidentPlan
    private let guesser: IPAddress
    private var generator: NumPyGenerator
    private var seconds: Double

    private static let path = NetworkPath(clientDelay: 0.09, serverDelay: 0.000_4, loss: 0.001, clientHops: 48)

    init(_ plan: IncidentPlan, _ generator: NumPyGenerator) {
        (self.plan, self.generator, seconds) = (plan, generator, plan.start)
        guesser = plan.attacker(&self.generator)
    }

    var initiators: String { "\(guesser)" }
    var responders: String { "\(OfficeNetwork.shellServer)" }

    mutating func next() -> Occasion? {
        seconds += generator.exponential(scale: 0.5 / plan.intensity)
        guard let moment = plan.within(seconds) else { return nil }
        let seed = generator.next()
        let guess = TCPExchange(
            from: FlowEndpoint(guesser, port: generator.ephemeralPort()),
            to: FlowEndpoint(OfficeNetwork.shellServer, port: 22), at: moment, over: Self.path, seed: seed,
            SecureShell.opening(seed: seed, attempts: 3) + [.close(.backward, after: 0.01)])
        return Occasion(seconds: moment, conversations: [Conversation(guess)])
    }
}
