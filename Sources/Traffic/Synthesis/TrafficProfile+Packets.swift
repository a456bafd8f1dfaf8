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
        var schedule = PacketSchedule()
        try draw(into: &schedule, for: duration, from: start, using: &generator)
        return schedule.packets
    }

    /// Draws the same packets, to be put in order with others.
    func draw(
        into schedule: inout PacketSchedule, for duration: Duration, from start: Timestamp,
        using generator: inout NumPyGenerator
    ) throws(ChoiceError) {
        for flow in try flows(for: duration.inSeconds, using: &generator) {
            schedule.begin(flow)
            draw(into: &schedule, from: start, beginning: flow.begin, using: &generator)
        }
    }
}

extension TrafficProfile {
    private func flows(for seconds: Double, using generator: inout NumPyGenerator) throws(ChoiceError)
        -> [PacketSchedule.Flow]
    {
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
            return PacketSchedule.Flow(
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

    /// The packets of the flow that the schedule began last, `begin` seconds after the start.
    private func draw(
        into schedule: inout PacketSchedule, from start: Timestamp, beginning begin: Double,
        using generator: inout NumPyGenerator
    ) {
        let count = 1 + generator.poisson(mean: max(packetsPerFlow - 1, 0))
        var time = begin
        for number in 0..<count {
            let moment = start.advanced(by: .nanoseconds(Int64(time * 1e9)))
            let length = number == 0 ? Self.openingLength : drawnLength(using: &generator)
            schedule.add(at: moment, length: length, isFirst: number == 0)
            time += generator.exponential(scale: packetGap)
        }
    }

    private static let openingLength = 74
    private static let lengths = 60.0...1514.0

    private func drawnLength(using generator: inout NumPyGenerator) -> Int {
        let length = generator.normal(mean: meanLength, standardDeviation: lengthSpread)
        return Int(min(max(length, Self.lengths.lowerBound), Self.lengths.upperBound).rounded())
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
