/// Which packets are to be sent when: small entries, which are put in order before a packet is made of each.
struct PacketSchedule {
    /// Who talks to whom, and about what.
    struct Flow {
        /// Seconds after the start.
        let begin: Double
        let source: IPAddress
        let destination: IPAddress
        let ports: Ports
        let transport: IPProtocol
    }

    private struct Entry: Timed {
        let time: Timestamp
        let flow: Int32
        let length: Int32
        let isFirst: Bool
    }

    private var flows: [Flow] = []
    private var entries: [Entry] = []

    /// Begins a flow, to which the packets added next belong.
    mutating func begin(_ flow: Flow) { flows.append(flow) }

    /// Adds a packet of the latest flow.
    mutating func add(at time: Timestamp, length: Int, isFirst: Bool) {
        entries.append(
            Entry(time: time, flow: Int32(flows.count - 1), length: Int32(length), isFirst: isFirst))
    }

    /// The packets in order of time, those of one moment in the order in which they were added.
    var packets: [Packet] {
        entries.sorted { $0.time < $1.time }.map { Self.packet($0, of: flows[Int($0.flow)]) }
    }

    private static func packet(_ entry: Entry, of flow: Flow) -> Packet {
        let length = Int(entry.length)
        var packet = Packet(time: entry.time, length: length, link: LinkHeader(type: .ethernet, etherType: .ipv4))
        packet.network = IPHeader(
            from: flow.source, to: flow.destination, carrying: flow.transport,
            payloadLength: length - Ethernet.headerLength - IPv4.shortestHeader)
        packet.ports = flow.ports
        packet.transport =
            flow.transport == .tcp ? .tcp(TCPHeader(flags: entry.isFirst ? .syn : [.psh, .ack])) : .udp
        return packet
    }
}
