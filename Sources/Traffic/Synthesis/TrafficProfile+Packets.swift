internal import Glibc

extension TrafficProfile {
    /// Draws the packets of all flows that begin within `duration`, in order of time.
    ///
    /// The last flows run on past the end of the duration.
    /// - Throws: ``ChoiceError`` when there are no services, or their weights are not amounts.
    /// - Precondition: rate, gap and host counts are above zero.
    public func packets(
        for duration: Duration, from start: Timestamp = Timestamp(nanoseconds: 0),
        using generator: inout NumPyGenerator
    ) throws(ChoiceError) -> [Packet] {
        let flows = try flows(for: duration.inSeconds, using: &generator)
        var packets: [Packet] = []
        for flow in flows {
            append(flow, startingAt: start, to: &packets, using: &generator)
        }
        return packets.sorted { $0.time < $1.time }
    }
}

extension TrafficProfile {
    private struct Flow {
        let begin: Double
        let source: IPAddress
        let destination: IPAddress
        let ports: Ports
        let transport: IPProtocol
    }

    private func flows(for seconds: Double, using generator: inout NumPyGenerator) throws(ChoiceError) -> [Flow] {
        demand(flowsPerSecond > 0, "flows per second are \(flowsPerSecond): give a number above zero")
        let begins = arrivals(within: seconds, using: &generator)
        let weights = try Self.normalized(services.map(\.weight))
        let services = try generator.choices(of: services, probabilities: weights, count: begins.count)
        let sources = try clients.draw(begins.count, using: &generator)
        let destinations = try servers.draw(begins.count, using: &generator)
        return begins.indices.map { index in
            let service = services[index]
            let target = generator.integer(in: Int(service.ports.lowerBound)...Int(service.ports.upperBound))
            let ports = Ports(source: UInt16(generator.integer(in: 32768...60999)), destination: UInt16(target))
            return Flow(
                begin: begins[index], source: sources[index], destination: destinations[index], ports: ports,
                transport: service.transport)
        }
    }

    private func arrivals(within seconds: Double, using generator: inout NumPyGenerator) -> [Double] {
        var arrivals: [Double] = []
        var time = generator.exponential(scale: 1 / flowsPerSecond)
        while time < seconds {
            arrivals.append(time)
            time += generator.exponential(scale: 1 / flowsPerSecond)
        }
        return arrivals
    }

    private func append(
        _ flow: Flow, startingAt start: Timestamp, to packets: inout [Packet], using generator: inout NumPyGenerator
    ) {
        let count = 1 + generator.poisson(mean: max(packetsPerFlow - 1, 0))
        var time = flow.begin
        for number in 0..<count {
            let moment = start.advanced(by: .nanoseconds(Int64(time * 1e9)))
            let length = number == 0 ? Self.openingLength : drawnLength(using: &generator)
            packets.append(Self.packet(of: flow, at: moment, length: length, isFirst: number == 0))
            time += generator.exponential(scale: packetGap)
        }
    }

    private static let openingLength = 74
    private static let lengths = 60.0...1514.0

    private func drawnLength(using generator: inout NumPyGenerator) -> Int {
        let length = generator.normal(mean: meanLength, standardDeviation: lengthSpread)
        return Int(min(max(length, Self.lengths.lowerBound), Self.lengths.upperBound).rounded())
    }

    private static func packet(of flow: Flow, at time: Timestamp, length: Int, isFirst: Bool) -> Packet {
        var packet = Packet(time: time, length: length, link: LinkHeader(type: .ethernet, etherType: .ipv4))
        packet.network = IPHeader(
            from: flow.source, to: flow.destination, carrying: flow.transport,
            payloadLength: length - Ethernet.headerLength - IPv4.shortestHeader)
        packet.ports = flow.ports
        packet.transport =
            flow.transport == .tcp ? .tcp(TCPHeader(flags: isFirst ? .syn : [.psh, .ack])) : .udp
        return packet
    }

    fileprivate static func normalized(_ weights: [Double]) throws(ChoiceError) -> [Double] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { throw .doesNotSumToOne(sum: sum) }
        return weights.map { $0 / sum }
    }
}

extension TrafficProfile.Hosts {
    fileprivate func draw(_ number: Int, using generator: inout NumPyGenerator) throws(ChoiceError) -> [IPAddress] {
        let ranks = 0..<count
        let weights = try TrafficProfile.normalized(ranks.map { pow(Double($0 + 1), -skew) })
        let drawn = try generator.choices(of: ranks, probabilities: weights, count: number)
        return drawn.map { IPAddress(UInt32(truncatingIfNeeded: first.low) &+ UInt32(truncatingIfNeeded: $0)) }
    }
}
