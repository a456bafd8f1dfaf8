/// Picks the packets by which conversations begin.
///
/// Where replies are captured too, the ports and addresses of both sides are equally spread, and a scan hides; the
/// packets that begin something show it. Of TCP these are the segments with SYN and without ACK; of other protocols
/// the packets after which nothing had been seen between the same ends, either way, for 120 seconds. Later fragments
/// and packets other than IP begin nothing.
/// - Complexity: constant time a packet; memory for the conversations without TCP that are not over, at most some
///   300,000: beyond, the oldest are forgotten, and begin anew with their next packet.
public struct InitiatorFilter: Sendable {
    private static let options = FlowOptions()
    private static let patience = Duration.seconds(120)
    private static let capacity = 1 << 17
    /// The last packet of each conversation that had one since `turned`, and of those that had one in the span before.
    private var recent: [FlowKey: Timestamp] = [:]
    private var older: [FlowKey: Timestamp] = [:]
    private var turned: Timestamp?

    /// A filter that has seen nothing yet.
    public init() {}

    /// Whether a conversation begins by the packet, as far as the packets before it tell.
    public mutating func admits(_ packet: Packet) -> Bool {
        guard let network = packet.network, network.fragment.map({ $0.offset == 0 }) ?? true else { return false }
        if packet.tcpFlags != nil { return packet.opensConnection }
        guard network.carriedProtocol != .tcp else { return false }
        return isFirst(packet)
    }

    private mutating func isFirst(_ packet: Packet) -> Bool {
        guard let place = FlowPlace(packet, ports: packet.ports, Self.options) else { return false }
        turn(at: packet.time)
        let before = recent.updateValue(packet.time, forKey: place.key) ?? older[place.key]
        return before.map { packet.time - $0 > Self.patience } ?? true
    }

    /// Begins another span where the last one was long enough for all conversations before it to be over, or has as
    /// many as are kept.
    private mutating func turn(at time: Timestamp) {
        let begun = turned ?? time
        turned = begun
        guard time - begun > Self.patience || recent.count >= Self.capacity else { return }
        older = recent
        recent.removeAll(keepingCapacity: true)
        turned = time
    }
}
