/// Which flow a packet belongs to, and which way it goes there.
struct FlowPlace {
    let key: FlowKey
    /// The key's hash, under the seed of the options.
    let hash: UInt32
    /// Whether the sender is the key's lower end.
    let isFromLow: Bool
}

extension FlowPlace {
    /// The place of a packet of the Internet Protocol; nil for any other. The ports of a later fragment are those of
    /// the first one.
    @inline(__always)
    init?(_ packet: Packet, ports: Ports?, _ options: FlowOptions) {
        guard let header = packet.network else { return nil }
        let (sourcePort, destinationPort) = Self.ports(packet, ports, options.icmp)
        let source = header.source
        let destination = header.destination
        let isFromLow =
            options.isUnidirectional
            || (source.high, source.low, sourcePort) <= (destination.high, destination.low, destinationPort)
        var traits = UInt64(header.carriedProtocol.rawValue) << 56
        if source.version == .six { traits |= FlowKey.versionSix }
        if options.distinguishesVLANs { traits |= packet.link.vlans.packed }
        var tunnelKey: UInt32 = 0
        if options.distinguishesTunnels, let tunnel = packet.tunnel {
            traits |= UInt64(tunnel.kind.rawValue) << 52
            tunnelKey = tunnel.key
        }
        let lowPort = UInt64(isFromLow ? sourcePort : destinationPort)
        let highPort = UInt64(isFromLow ? destinationPort : sourcePort)
        let low = isFromLow ? source : destination
        let high = isFromLow ? destination : source
        self.isFromLow = isFromLow
        key = FlowKey(
            lowAddressHigh: low.high, lowAddressLow: low.low, highAddressHigh: high.high, highAddressLow: high.low,
            ports: lowPort << 48 | highPort << 32 | UInt64(tunnelKey), traits: traits)
        hash = key.hash(seed: options.hashSeed)
    }

    @inline(__always)
    private static func ports(
        _ packet: Packet, _ ports: Ports?, _ grouping: ICMPGrouping
    ) -> (UInt16, UInt16) {
        if let ports { return (ports.source, ports.destination) }
        guard grouping == .messageTypes, case .icmp(let message) = packet.transport, let header = packet.network else {
            return (0, 0)
        }
        return message.exchange(header.version)
    }
}
