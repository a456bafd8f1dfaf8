import Traffic

/// Meters a capture with a plain dictionary of connections, and ends them when Zeek would.
///
/// Slow and simple: all timers of all connections are looked at for every packet.
struct ReferenceMeter {
    private var open: [ReferenceKey: ReferenceConnection] = [:]
    private(set) var ended: [ReferenceConnection] = []

    mutating func add(_ packet: Packet) {
        let now = packet.time.seconds
        for key in open.keys where open[key]?.isOver(at: now) == true { end(key) }
        guard let key = ReferenceKey(packet) else { return }
        if open[key] == nil { open[key] = ReferenceConnection(first: packet, key) }
        if open[key]?.add(packet, now) == .startsAnother {
            end(key)
            var next = ReferenceConnection(first: packet, key)
            _ = next.add(packet, now)
            open[key] = next
        }
    }

    mutating func finish() {
        for key in open.keys { end(key) }
    }

    private mutating func end(_ key: ReferenceKey) {
        if let connection = open.removeValue(forKey: key) { ended.append(connection) }
    }
}

/// What identifies a connection, whichever way a packet goes.
struct ReferenceKey: Hashable {
    struct End: Hashable {
        let address: IPAddress
        let port: UInt16
    }

    let carried: IPProtocol
    let ends: Set<End>
    /// Kinds of ICMP messages without an answer are kept apart by direction.
    let oneWay: End?

    init?(_ packet: Packet) {
        guard let (source, destination, isOneWay) = packet.zeekEnds, let carried = packet.carriedProtocol else {
            return nil
        }
        self.carried = carried
        ends = [source, destination]
        oneWay = isOneWay ? source : nil
    }
}

extension Packet {
    /// The two ends; those of ICMP have the types of a message and of its answer for ports.
    var zeekEnds: (source: ReferenceKey.End, destination: ReferenceKey.End, isOneWay: Bool)? {
        guard let network, let transport else { return nil }
        var (from, to, isOneWay) = (ports?.source ?? 0, ports?.destination ?? 0, false)
        if case .icmp(let header) = transport {
            let answer = (network.version == .four ? Self.answers4 : Self.answers6)[header.type]
            from = UInt16(header.type)
            to = UInt16(answer ?? header.code)
            isOneWay = answer == nil
        }
        return (.init(address: network.source, port: from), .init(address: network.destination, port: to), isOneWay)
    }

    private static let answers4 = mutual([(8, 0), (13, 14), (15, 16), (10, 9), (17, 18)])
    private static let answers6 = mutual([(128, 129), (133, 134), (135, 136), (130, 131), (139, 140), (144, 145)])

    private static func mutual(_ pairs: [(UInt8, UInt8)]) -> [UInt8: UInt8] {
        Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($0.1, $0.0) })
    }
}
