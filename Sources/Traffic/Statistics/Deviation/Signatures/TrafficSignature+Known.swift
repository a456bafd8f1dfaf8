extension TrafficSignature {
    /// The anomalies of Lakhina, Crovella and Diot, and some more.
    ///
    /// All signs are for one window, entropies per packet or per flow in the direction of the initiator, with replies
    /// left out. In traffic of little diversity, a home or a laboratory, what is said to fall may have no room to.
    public static let known: [TrafficSignature] = lakhina + furtherKnown

    /// The kinds of anomaly in table 1 of Lakhina, Crovella and Diot (Mining Anomalies Using Traffic Feature
    /// Distributions, SIGCOMM 2005), with the features that each changes. The table names the features; the signs
    /// follow from its definition of each kind (many of something: its entropy rises; one: it falls), those of volume
    /// too.
    private static let lakhina: [TrafficSignature] = [
        TrafficSignature(
            name: "port scan", meaning: "one host tries many ports of few hosts", source: table,
            up: [.destinationPortEntropy, .flows],
            down: [.destinationAddressEntropy, .sourceAddressEntropy, .packetLength]),
        TrafficSignature(
            name: "network scan", meaning: "one host tries few ports of many hosts", source: table,
            up: [.destinationAddressEntropy, .flows],
            down: [.destinationPortEntropy, .sourceAddressEntropy, .packetLength]),
        TrafficSignature(
            name: "worm", meaning: "many infected hosts try one port of many hosts", source: table,
            up: [.destinationAddressEntropy, .sourceAddressEntropy, .flows],
            down: [.destinationPortEntropy, .packetLength]),
        TrafficSignature(
            name: "distributed denial of service", meaning: "many hosts, or forged addresses, flood one", source: table,
            up: [.sourceAddressEntropy, .packets, .flows],
            down: [.destinationAddressEntropy, .destinationPortEntropy, .packetLength]),
        TrafficSignature(
            name: "denial of service", meaning: "one host floods another", source: table,
            up: [.packets],
            down: [.sourceAddressEntropy, .destinationAddressEntropy, .destinationPortEntropy, .packetLength]),
        TrafficSignature(
            name: "flash crowd", meaning: "the usual clients all want one server", source: table,
            up: [.packets, .bytes, .flows],
            down: [.destinationAddressEntropy, .destinationPortEntropy],
            steady: [.sourceAddressEntropy, .packetLength]),
        TrafficSignature(
            name: "alpha flow", meaning: "one very large transfer between two hosts, such as a backup", source: table,
            up: [.bytes, .packetLength],
            down: [
                .sourceAddressEntropy, .destinationAddressEntropy, .sourcePortEntropy, .destinationPortEntropy,
            ],
            steady: [.flows]),
        TrafficSignature(
            name: "point to multipoint", meaning: "one host serves very many, as in distributing content",
            source: table,
            up: [.destinationAddressEntropy, .bytes],
            down: [.sourceAddressEntropy, .sourcePortEntropy]),
        TrafficSignature(
            name: "outage", meaning: "part of the network falls silent", source: table,
            up: [],
            down: [.packets, .bytes, .flows, .sourceAddressEntropy, .destinationAddressEntropy]),
    ]

    /// Kinds that are not in that table, with signs reasoned in the same way.
    private static let furtherKnown: [TrafficSignature] = [
        TrafficSignature(
            name: "exfiltration", meaning: "one inside host sends much to one outside", source: reasoned,
            up: [.outboundBytes, .packetLength],
            down: [.sourceAddressEntropy, .destinationAddressEntropy],
            steady: [.flows]),
        TrafficSignature(
            name: "brute force", meaning: "one host logs in to one service again and again", source: reasoned,
            up: [.flows, .sourcePortEntropy],
            down: [.sourceAddressEntropy, .destinationAddressEntropy, .destinationPortEntropy],
            steady: [.packetLength]),
    ]

    private static let table = "Lakhina, Crovella and Diot 2005, table 1; signs from the definitions there"
    private static let reasoned = "reasoned from the definition"
}
