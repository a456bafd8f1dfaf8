/// The link addresses of the two ends of a flow, as its first packet had them.
public struct HardwareAddresses: Hashable, Sendable {
    /// The first packet's sender.
    public let source: HardwareAddress
    /// The first packet's receiver.
    public let destination: HardwareAddress

    /// Those of a packet; nil where its link has none.
    init?(_ packet: Packet) {
        guard let source = packet.link.source, let destination = packet.link.destination else { return nil }
        self.source = source
        self.destination = destination
    }
}
