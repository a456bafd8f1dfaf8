extension Profile where Row == Flow {
    /// The fields of Zeek's `conn.log`.
    public static let zeek = Profile(
        "zeek",
        summary: """
            The fields of Zeek's conn.log (version 9.1), in its order, for tools that read Zeek's logs: a connection for each \
            depth of a tunnel. Ports of ICMP are the message's type and that of its answer, or its code where none is \
            defined. Written as Zeek's TSV it is a log that zeek-cut and its kin read.
            """,
        columns: zeekIdentity + zeekPayload + zeekPackets,
        deviations: zeekDeviations, tunnels: .every
    ) { options in
        options.idleTimeout = .seconds(300)
        options.activeTimeout = nil
        options.linger = .seconds(5)
        options.icmp = .messageTypes
        options.isUnidirectional = false
    }

    private static let zeekIdentity: [Column] = [
        field("ts", .time, unit: "s", "When the first packet came, since 1970.") { .time($0.row.first) },
        field("uid", .text, "A name for the flow, the same whenever the capture is read.") {
            .text(FlowIdentifier($0.row).description)
        },
        field("id.orig_h", .address, "The originator: the initiator.") { .address($0.row.initiator.address) },
        field("id.orig_p", .port, "Its port, or the type of an ICMP message.") {
            FieldValue($0.row.initiator.port)
        },
        field("id.resp_h", .address, "The responder.") { .address($0.row.responder.address) },
        field("id.resp_p", .port, "Its port, or the type that answers an ICMP message, or its code where none does.") {
            FieldValue($0.row.responder.port)
        },
        field("proto", .word, "`tcp`, `udp`, `icmp` of either version, or `unknown_transport`.") {
            .text($0.row.carriedProtocol.zeekName)
        },
        field("service", .text, "The application protocol, which is not looked for.") { _ in .missing },
    ]

    private static let zeekPayload: [Column] = [
        field("duration", .span, unit: "s", "The time from the first packet to the last; missing where it is zero.") {
            hasDuration($0.row) ? .span(nanoseconds: $0.row.both.nanoseconds) : .missing
        },
        field("orig_bytes", .count, unit: "bytes", "Payload the originator sent, for TCP by sequence numbers.") {
            hasDuration($0.row) ? .integer($0.row.zeekBytes($0.row.forward)) : .missing
        },
        field("resp_bytes", .count, unit: "bytes", "Payload the responder sent, in the same way.") {
            hasDuration($0.row) ? .integer($0.row.zeekBytes($0.row.backward)) : .missing
        },
        field("conn_state", .text, "How the connection went.") { .text($0.row.state.rawValue) },
        field("local_orig", .boolean, "Whether the originator is in a network not routed over the Internet.") {
            .boolean($0.row.initiator.address.isLocal)
        },
        field("local_resp", .boolean, "Whether the responder is.") {
            .boolean($0.row.responder.address.isLocal)
        },
        field("missed_bytes", .count, unit: "bytes", "Payload that was sent but not captured.") { _ in .missing
        },
        field("history", .text, "What happened in order, a letter an event, capitals for the originator.") {
            FieldValue($0.row.history)
        },
    ]

    private static let zeekPackets: [Column] = [
        field("orig_pkts", .count, unit: "packets", "Packets the originator sent.") {
            .integer($0.row.forward.packets)
        },
        field("orig_ip_bytes", .count, unit: "bytes", "Bytes of their IP packets.") {
            .integer($0.row.forward.networkBytes)
        },
        field("resp_pkts", .count, unit: "packets", "Packets the responder sent.") {
            .integer($0.row.backward.packets)
        },
        field("resp_ip_bytes", .count, unit: "bytes", "Bytes of their IP packets.") {
            .integer($0.row.backward.networkBytes)
        },
        field("tunnel_parents", .list, "The flows that carry this one.") { _ in .missing },
        field("ip_proto", .count, "The number of the protocol that IP carries.") {
            FieldValue($0.row.carriedProtocol.rawValue)
        },
    ]

    private static let zeekDeviations: [Deviation] = [
        Deviation(
            "`uid`", "is made of the flow's key and first time, not drawn at random",
            because: "so that the same capture gives the same log"),
        Deviation(
            "`service`, `missed_bytes`, `tunnel_parents`", "always missing (`-`)",
            because: "payload is not dissected, and a flow in a tunnel does not know its carrier"),
        Deviation(
            "`duration`", "extends to the last packet of all",
            because:
                "Zeek leaves out packets after a close that bring no payload, such as the last ACK, for reasons it "
                + "calls historic"),
        Deviation(
            "`resp_bytes`, `history`", "where a SYN was answered twice with different numbers, the answer taken counts",
            because: "Zeek goes by the last answer, from which the stream can seem 4 GB long"),
        Deviation(
            "all", "one idle time-out of 300 s for every protocol",
            because: "Zeek ends UDP and ICMP flows after 60 s; where that matters, set the idle time-out to 60 s"),
        Deviation(
            "all", "a TCP connection without an answer, or closed on one side only, goes on until the idle time-out",
            because:
                "Zeek ends it 5 s after the SYN or that close, and DNS after 10 s; what follows is a new line there"),
        Deviation(
            "`local_orig`, `local_resp`", "true of the addresses Zeek holds for private by default, and of no others",
            because: "the networks of a site are not known here"),
    ]

    private static func hasDuration(_ flow: Flow) -> Bool { flow.both.nanoseconds > 0 }
}

extension Flow {
    /// Payload as Zeek counts it.
    fileprivate func zeekBytes(_ statistics: borrowing DirectionStatistics) -> Int {
        carriedProtocol == .tcp ? statistics.sequenceBytes : statistics.payloadBytes
    }
}

extension IPProtocol {
    /// Zeek's name for the transport.
    fileprivate var zeekName: String {
        switch self {
        case .tcp: "tcp"
        case .udp: "udp"
        case .icmp, .icmpv6: "icmp"
        default: "unknown_transport"
        }
    }
}
