/// A host that talks to servers: it asks for their addresses first, remembers them a while, and takes a new port for
/// each connection.
struct OfficeClient: Sendable {
    let host: OfficeHost
    var generator: NumPyGenerator
    private var port: UInt16
    /// Until when the addresses of sites are remembered.
    private var known: [Site: Double] = [:]

    private static let lifetime: UInt32 = 300

    init(_ host: OfficeHost, _ generator: NumPyGenerator) {
        (self.host, self.generator) = (host, generator)
        port = self.generator.ephemeralPort()
    }

    /// The next port of its own.
    mutating func nextPort() -> UInt16 {
        port = port >= 60_999 ? 32_768 : port + 1
        return port
    }

    /// Seeds what one conversation draws for itself.
    mutating func conversationSeed() -> UInt64 { generator.next() }

    /// Asks for the address of a site, unless it is known.
    /// - Returns: the questions, and when the address is known.
    mutating func resolve(_ site: Site, at seconds: Double) -> (questions: [Conversation], known: Double) {
        if let until = known[site], until > seconds { return ([], seconds) }
        known[site] = seconds + Double(Self.lifetime)
        let delay = generator.chance(0.6) ? 0.000_4 : generator.uniform(in: 0.01..<0.09)
        var questions = [question(site, .address, at: seconds, after: delay)]
        if host.hasVersion6 { questions.append(question(site, .address6, at: seconds + 0.000_1, after: delay)) }
        return (questions, seconds + delay + 0.000_3)
    }

    /// Opens a connection to a site, by version 6 where both have it.
    mutating func connect(
        to site: Site, port: UInt16 = 443, at seconds: Double, opening: TCPExchange.Opening = .accepted,
        _ steps: (UInt64) -> [TCPExchange.Step]
    ) -> Conversation {
        var path = path(to: site)
        path.serverDelay *= generator.uniform(in: 0.95..<1.15)
        let isVersion6 = host.hasVersion6 && site.address6 != nil
        let server = isVersion6 ? site.address6 ?? site.address : site.address
        return connect(
            to: FlowEndpoint(server, port: port), at: seconds, over: path, opening: opening, steps)
    }

    /// Opens a connection to an address.
    mutating func connect(
        to server: FlowEndpoint, at seconds: Double, over path: NetworkPath,
        opening: TCPExchange.Opening = .accepted, _ steps: (UInt64) -> [TCPExchange.Step] = { _ in [] }
    ) -> Conversation {
        let seed = conversationSeed()
        let address = server.address.version == .six ? host.address6 : host.address
        return Conversation(
            TCPExchange(
                from: FlowEndpoint(address, port: nextPort()), to: server, at: seconds, over: path, seed: seed,
                opening: opening, steps(seed)))
    }

    /// The way to a site.
    func path(to site: Site) -> NetworkPath {
        var path = NetworkPath(clientDelay: 0.000_3, serverDelay: site.delay, segmentGap: site.segmentGap)
        (path.clientHops, path.serverHops) = (host.hops, site.hops)
        return path
    }
}

extension OfficeClient {
    private mutating func question(
        _ site: Site, _ type: DomainMessage.RecordType, at seconds: Double, after delay: Double
    ) -> Conversation {
        let message = DomainMessage(
            identification: UInt16(generator.integer(in: 0x1000..<0x6000)), name: site.name, type: type)
        let addresses = type == .address ? [site.address] : site.address6.map { [$0] } ?? []
        var path = NetworkPath.inside
        path.clientHops = host.hops
        return Conversation(
            from: FlowEndpoint(host.address, port: generator.ephemeralPort()),
            to: FlowEndpoint(OfficeNetwork.nameServer, port: 53), at: seconds, over: path, asking: message.question,
            answering: message.answer(addresses, lifetime: Self.lifetime), after: delay)
    }

    /// Asks for a name that does not exist.
    mutating func mistype(at seconds: Double) -> Conversation {
        let message = DomainMessage(
            identification: UInt16(generator.integer(in: 0x1000..<0x6000)),
            name: "www.site\(generator.integer(in: 1000..<9999)).invalid", type: .address)
        return Conversation(
            from: FlowEndpoint(host.address, port: generator.ephemeralPort()),
            to: FlowEndpoint(OfficeNetwork.nameServer, port: 53), at: seconds, over: .inside,
            asking: message.question, answering: message.refusal, after: 0.02)
    }
}
