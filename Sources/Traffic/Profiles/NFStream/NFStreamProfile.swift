extension Profile where Row == Flow {
    /// The columns of NFStream 6.6 with its statistics on and its dissectors off.
    public static let nfstream = Profile(
        "nfstream",
        summary: """
            The columns of NFStream 6.6 with statistics, without dissection and tunnels: names, order and milliseconds as \
            there. FIN and RST end no flow, as there; the time-outs are 120 s idle and 1800 s active.
            """,
        columns: nfstreamIdentity
            + NFStreamScope.allCases.flatMap(nfstreamTotals)
            + NFStreamScope.allCases.flatMap(nfstreamSizes)
            + NFStreamScope.allCases.flatMap(nfstreamGaps)
            + NFStreamScope.allCases.flatMap(nfstreamFlags),
        deviations: nfstreamDeviations, tunnels: .outermost
    ) { options in
        options.idleTimeout = .seconds(120)
        options.activeTimeout = .seconds(1800)
        options.linger = nil
        options.initiator = .firstSender
        options.icmp = .hosts
        options.isUnidirectional = false
        options.sizes = .link
        options.distinguishesVLANs = true
        options.distinguishesTunnels = true
        options.keepsHardwareAddresses = true
    }

    private static let nfstreamIdentity: [Column] = [
        field("id", .count, "The number of the row, from 0.", inContext: { FieldValue($1.ordinal) }),
        field("expiration_id", .integer, "Why the flow ended: 0 idle or end of capture, 1 active time-out, -1 other.") {
            .integer($0.row.end.nfstreamIdentifier)
        },
        field("src_ip", .address, "The sender of the first packet.") { .address($0.row.initiator.address) },
        field("src_mac", .text, "Its link address; zeros where the link has none.") {
            .text($0.row.hardware?.source.description ?? NFStreamHardware.none)
        },
        field("src_oui", .text, "The manufacturer's half of it.") {
            .text(NFStreamHardware.manufacturer($0.row.hardware?.source))
        },
        field("src_port", .port, "Its port; 0 where the protocol has none.") {
            FieldValue($0.row.initiator.port)
        },
        field("dst_ip", .address, "The receiver of the first packet.") { .address($0.row.responder.address) },
        field("dst_mac", .text, "Its link address.") {
            .text($0.row.hardware?.destination.description ?? NFStreamHardware.none)
        },
        field("dst_oui", .text, "The manufacturer's half of it.") {
            .text(NFStreamHardware.manufacturer($0.row.hardware?.destination))
        },
        field("dst_port", .port, "Its port; 0 where the protocol has none.") {
            FieldValue($0.row.responder.port)
        },
        field("protocol", .count, "The number of the protocol that IP carries.") {
            FieldValue($0.row.carriedProtocol.rawValue)
        },
        field("ip_version", .count, "4 or 6.") { FieldValue($0.row.key.version.rawValue) },
        field("vlan_id", .count, "The innermost VLAN of the frames; 0 where there is none.") {
            FieldValue($0.row.key.vlans.last ?? 0)
        },
    ]
}

extension FlowEnd {
    /// NFStream's number for the reason.
    fileprivate var nfstreamIdentifier: Int {
        switch self {
        case .idle, .endOfCapture: 0
        case .active: 1
        case .finished, .reset, .reopened, .evicted: -1
        }
    }
}

private enum NFStreamHardware {
    static let none = "00:00:00:00:00:00"

    /// The first three bytes of an address.
    static func manufacturer(_ address: HardwareAddress?) -> String { address?.manufacturer ?? "00:00:00" }
}
