/// Picks the packets by which conversations begin.
///
/// Where replies are captured too, the ports and addresses of both sides are equally spread, and a scan hides; the
/// packets that begin something show it. Of TCP these are the segments with SYN and without ACK; of other protocols
/// the packets after which nothing had been seen between the same ends, either way, for 120 seconds. Later fragments
/// and packets other than IP begin nothing.
/// - Complexity: constant time a packet; memory for the conversations without TCP that are not over.
public struct InitiatorFilter: Sendable {
    private static let options = FlowOptions()
    private static let patience = Duration.seconds(120)
    private var latest: [FlowKey: Timestamp] = [:]
    /// Conversations that are over are looked for when there are this many.
    private var limit = 4096

    /// A filter that has seen nothing yet.
    public init() {}

    /// Whether a conversation begins by the packet, as far as the packets before it tell.
    public mutating func admits(_ packet: Packet) -> Bool {
        guard let network = packet.network, network.fragment.map({ $0.offset == 0 }) ?? true else { return false }
        if let flags = packet.tcpFlags { return flags.contains(.syn) && !flags.contains(.ack) }
        guard network.carriedProtocol != .tcp else { return false }
        return isFirst(packet)
    }

    private mutating func isFirst(_ packet: Packet) -> Bool {
        guard let place = FlowPlace(packet, ports: packet.ports, Self.options) else { return false }
        if latest.count >= limit { removeEnded(at: packet.time) }
        guard let before = latest.updateValue(packet.time, forKey: place.key) else { return true }
        return packet.time - before > Self.patience
    }

    private mutating func removeEnded(at time: Timestamp) {
        latest = latest.filter { time - $0.value <= Self.patience }
        limit = max(4096, latest.count * 2)
    }
}
