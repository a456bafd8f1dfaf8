/// Remembers the ports of fragmented packets, which only their first fragment carries, for the fragments after it.
///
/// It holds a fixed number of packets at most: beyond, the oldest is forgotten, so that a flood of first fragments
/// costs no memory. A packet is forgotten after a minute, too, the time RFC 8200 section 4.5 gives to reassembly.
///
/// Nothing is put together here. Fragments that overlap others of their packet, which honest senders do not make
/// (RFC 5722), are only told.
struct FragmentTable {
    private var packets: [FragmentedPacket: Entry] = [:]
    /// The packets in the order they came, the oldest at `oldest`.
    private var order: [FragmentedPacket] = []
    private var oldest = 0
    private let capacity: Int

    private static let lifetime: Int64 = 60_000_000_000

    private struct Entry {
        let ports: Ports
        let time: Int64
        var coverage: FragmentCoverage
    }

    init(capacity: Int = 4096) {
        self.capacity = capacity
    }
}

/// What became of a fragment.
enum FragmentFate {
    /// It is the first, and carries the ports itself.
    case first(overlaps: Bool)
    /// Its packet's first fragment has told the ports.
    case joined(Ports, overlaps: Bool)
    /// Its packet's first fragment has not been seen, or was forgotten.
    case withoutFirst
}

extension FragmentTable {
    /// Takes note of a fragment, and says which ports its packet has.
    mutating func take(_ fragment: Fragment, of packet: Packet) -> FragmentFate {
        guard let name = FragmentedPacket(packet, fragment) else { return .withoutFirst }
        let time = packet.time.nanoseconds
        let part = fragment.offset..<fragment.offset + (packet.network?.payloadLength ?? 0)
        if fragment.offset == 0, let ports = packet.ports { return begin(name, ports, part, at: time) }
        guard var entry = packets[name], Self.isFresh(entry.time, at: time) else { return .withoutFirst }
        let overlaps = entry.coverage.add(part)
        packets[name] = entry
        return .joined(entry.ports, overlaps: overlaps)
    }

    private static func isFresh(_ begun: Int64, at time: Int64) -> Bool {
        let age = time.subtractingReportingOverflow(begun)
        return !age.overflow && age.partialValue.magnitude < lifetime.magnitude
    }

    /// A first fragment begins its packet; where there is one of that name already, it is the same one sent again.
    private mutating func begin(
        _ name: FragmentedPacket, _ ports: Ports, _ part: Range<Int>, at time: Int64
    ) -> FragmentFate {
        if let known = packets[name], known.ports == ports, Self.isFresh(known.time, at: time) {
            var entry = known
            let overlaps = entry.coverage.add(part)
            packets[name] = entry
            return .first(overlaps: overlaps)
        }
        var coverage = FragmentCoverage()
        _ = coverage.add(part)
        if packets.updateValue(Entry(ports: ports, time: time, coverage: coverage), forKey: name) == nil {
            remember(name)
        }
        return .first(overlaps: false)
    }

    private mutating func remember(_ name: FragmentedPacket) {
        guard order.count == capacity else { return order.append(name) }
        packets.removeValue(forKey: order[oldest])
        order[oldest] = name
        oldest = (oldest + 1) % capacity
    }
}

/// What the fragments of one packet have in common, RFC 791 and RFC 8200.
struct FragmentedPacket: Hashable {
    let source: IPAddress
    let destination: IPAddress
    let identification: UInt32
    let carriedProtocol: IPProtocol
    let vlans: VLANTags

    init?(_ packet: Packet, _ fragment: Fragment) {
        guard let header = packet.network else { return nil }
        source = header.source
        destination = header.destination
        identification = fragment.identification
        carriedProtocol = header.carriedProtocol
        vlans = packet.link.vlans
    }
}
