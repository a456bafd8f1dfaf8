/// One kind of traffic in a few figures: who talks to whom, about what, how often and in packets of which size.
///
/// Flows begin at random at a steady rate (a Poisson process). Each has a client, a server and a service, and packets
/// whose gaps are exponential and whose lengths are normal, held within what the link carries. Only the packets of the
/// client are made, as a tap on its way out would see them.
///
///     var generator = NumPyGenerator(seed: 1)
///     let packets = try TrafficProfile.office.packets(for: .seconds(60), using: &generator)
///     let series = try packets.windows(.tumbling(.seconds(10)))
///
/// A profile makes traffic for teaching and testing: its figures are plausible, not measured.
public struct TrafficProfile: Hashable, Sendable {
    /// What flows are about.
    public struct Service: Hashable, Sendable {
        /// The transport: ``IPProtocol/tcp`` or ``IPProtocol/udp``.
        public var transport: IPProtocol
        /// The server's port: each port of the range is equally likely.
        public var ports: ClosedRange<UInt16>
        /// How often flows are about it, compared with the other services.
        public var weight: Double

        /// A service at one port or a range of them.
        public init(_ transport: IPProtocol, _ ports: ClosedRange<UInt16>, weight: Double) {
            self.transport = transport
            self.ports = ports
            self.weight = weight
        }
    }

    /// Who takes part: consecutive addresses, the first the most popular.
    public struct Hosts: Hashable, Sendable {
        /// The first address, of version 4.
        public var first: IPAddress
        /// How many addresses there are.
        public var count: Int
        /// How unequal they are: the host of rank *k* has weight *k* to the power of minus this; zero means all alike.
        public var skew: Double

        /// `count` hosts from `first` on.
        public init(from first: IPAddress, count: Int, skew: Double = 0) {
            self.first = first
            self.count = count
            self.skew = skew
        }
    }

    /// How many flows begin in a second, on average.
    public var flowsPerSecond: Double
    /// Who opens flows.
    public var clients: Hosts
    /// Who is asked.
    public var servers: Hosts
    /// What flows are about; there is at least one.
    public var services: [Service]
    /// How many packets a flow has on average, at least one.
    public var packetsPerFlow: Double = 1
    /// The mean gap between two packets of a flow, in seconds.
    public var packetGap: Double = 0.05
    /// The mean length of a packet after the first, in bytes on the link.
    public var meanLength: Double = 600
    /// The standard deviation of those lengths, in bytes.
    public var lengthSpread: Double = 400

    /// A profile whose flows have one packet each, unless more is said.
    public init(flowsPerSecond: Double, clients: Hosts, servers: Hosts, services: [Service]) {
        self.flowsPerSecond = flowsPerSecond
        self.clients = clients
        self.servers = servers
        self.services = services
    }
}
