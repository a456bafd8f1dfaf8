extension Profile where Row == Flow {
    /// All that is measured of a flow.
    ///
    /// Names are made of what the figure is about (`both`, `forward`, `backward`), the quantity, the statistic where
    /// there is one (`min`, `mean`, `sd`, `max`), and the unit where it is not plain from the quantity: `s` for
    /// seconds.
    public static let flowbook = Profile(
        "flowbook",
        summary: """
            All that is measured of a flow, for both directions together and for each. Times are in seconds, exact to \
            the nanosecond; deviations are those of a sample, with n − 1 in the denominator, and zero below two values. \
            A field is empty where there is nothing to measure, or where it was not asked for.
            """,
        columns: identity + FlowScope.allCases.flatMap(statistics) + connection + extras)
}

extension Profile<Flow> {
    private static let identity: [Column] = [
        field("initiator_address", .address, "The host that began the conversation.") {
            .address($0.row.initiator.address)
        },
        field("initiator_port", .port, "Its port; 0 where the protocol has none.") {
            FieldValue($0.row.initiator.port)
        },
        field("responder_address", .address, "The other host.") { .address($0.row.responder.address) },
        field("responder_port", .port, "Its port; 0 where the protocol has none.") {
            FieldValue($0.row.responder.port)
        },
        field("protocol", .count, "The number of the protocol that IP carries: 6 is TCP, 17 UDP.") {
            FieldValue($0.row.carriedProtocol.rawValue)
        },
        field("ip_version", .count, "The version of the Internet Protocol: 4 or 6.") {
            FieldValue($0.row.key.version.rawValue)
        },
        field("vlans", .list, "The VLANs of the frames, from the outside in, with slashes between them.") {
            $0.row.key.vlans.isEmpty ? .missing : .text($0.row.key.vlans.description)
        },
        field("tunnel", .word, "The kind of the innermost tunnel the packets came through.") {
            FieldValue(describing: $0.row.tunnel?.kind.name)
        },
        field(
            "tunnel_id", .count, "The number in that tunnel's header, such as the network of VXLAN or the key of GRE."
        ) {
            FieldValue($0.row.tunnel?.identifier)
        },
        field(
            "end", .word,
            "Why the flow ended: `idle`, `active`, `finished` (FIN), `reset` (RST), `reopened`, `evicted` (table full) or "
                + "`end of capture`."
        ) { .text($0.row.end.description) },
    ]

    private static let connection: [Column] = [
        field("state", .word, "How the connection went, in Zeek's abbreviations.") {
            .text($0.row.state.rawValue)
        },
        field(
            "history", .text, "What happened in order, a letter an event, capitals for the initiator: Zeek's history."
        ) {
            FieldValue($0.row.history)
        },
        field(
            "forward_sequence_bytes", .count, unit: "bytes",
            "Payload sent forward, told by TCP's sequence numbers."
        ) {
            $0.row.carriedProtocol == .tcp ? FieldValue($0.row.forward.sequenceBytes) : .missing
        },
        field("backward_sequence_bytes", .count, unit: "bytes", "The same backward.") {
            $0.row.carriedProtocol == .tcp ? FieldValue($0.row.backward.sequenceBytes) : .missing
        },
        field(
            "forward_initial_window", .count, unit: "bytes", "The window in the initiator's first TCP header, unscaled."
        ) {
            FieldValue($0.row.forward.initialWindow)
        },
        field("backward_initial_window", .count, unit: "bytes", "The same of the responder.") {
            FieldValue($0.row.backward.initialWindow)
        },
        field(
            "forward_window_scale", .count, unit: "bits", "By how many bits the initiator's windows are to be shifted."
        ) {
            FieldValue($0.row.forward.windowScale)
        },
        field("backward_window_scale", .count, unit: "bits", "The same of the responder.") {
            FieldValue($0.row.backward.windowScale)
        },
    ]
}

extension Tunnel.Kind {
    /// The name in a column.
    var name: String {
        switch self {
        case .ipInIP: "ip-in-ip"
        case .ipv6InIPv4: "6in4"
        case .ipv4InIPv6: "4in6"
        case .gre: "gre"
        case .pptp: "pptp"
        case .erspan: "erspan"
        case .teredo: "teredo"
        case .vxlan: "vxlan"
        case .geneve: "geneve"
        case .gtpU: "gtp-u"
        }
    }
}
