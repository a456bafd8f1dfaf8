/// Browsers outside, each of another machine.
struct Visitors: Sendable {
    var generator: NumPyGenerator
    private static let name = "www.office.example"

    init(_ generator: NumPyGenerator) { self.generator = generator }

    /// A look at some pages, by one to four connections.
    mutating func visit(at seconds: Double) -> [Conversation] {
        let address = OfficeNetwork.visitor(generator.integer(in: 0..<0x8000))
        var path = NetworkPath(
            clientDelay: min(generator.logNormal(median: 0.035, spread: 0.6), 0.6), serverDelay: 0.000_4)
        path.clientHops = UInt8(generator.integer(in: 44..<60))
        let first = generator.ephemeralPort()
        return (0..<generator.integer(in: 1..<5)).map { number in
            let start = seconds + (number == 0 ? 0 : 0.1 + generator.exponential(scale: 0.3))
            return connection(from: FlowEndpoint(address, port: first + UInt16(number)), at: start, over: path)
        }
    }

    private mutating func connection(
        from client: FlowEndpoint, at seconds: Double, over path: NetworkPath
    ) -> Conversation {
        let turns = (0..<generator.geometric(mean: 2)).map { number in
            SecureSession.Turn(
                request: generator.integer(in: 250..<900),
                response: Int(generator.pareto(index: 1.2, in: 1500...3e6)),
                pause: number == 0 ? 0 : generator.exponential(scale: 2), thought: 0.004)
        }
        let ending = SecureSession.Ending.closed(.forward, after: generator.exponential(scale: 4))
        let seed = generator.next()
        let session = SecureSession(name: Self.name, turns: turns, ending: ending)
        return Conversation(
            TCPExchange(
                from: client, to: FlowEndpoint(OfficeNetwork.webServer, port: 443), at: seconds, over: path, seed: seed,
                session.steps(seed: seed)))
    }
}
