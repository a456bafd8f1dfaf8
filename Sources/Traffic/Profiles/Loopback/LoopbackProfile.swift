extension Profile where Row == Flow {
    /// One row a direction, with the 27 columns of a study that told port scans from web traffic on a loopback
    /// interface.
    public static let loopback = Profile(
        "loopback",
        summary: """
            The 27 columns of the loopback study (network-flow-anomaly-detection), a row for each direction: a TCP \
            connection is two rows. Nothing ends a flow but the end of the capture; times count from the capture's \
            first packet.
            """,
        columns: loopbackIdentity + loopbackSizes + loopbackTimes + loopbackFlags,
        deviations: loopbackDeviations
    ) { options in
        options.idleTimeout = nil
        options.activeTimeout = nil
        options.linger = nil
        options.isUnidirectional = true
        options.sizes = .link
        options.distinguishesVLANs = false
        options.distinguishesTunnels = false
        options.icmp = .hosts
    }

    private static let loopbackIdentity: [Column] = [
        field("flow_id", .text, "Addresses, ports and protocol with hyphens between them.") {
            .text($0.row.loopbackIdentifier)
        },
        field("src_ip", .address, "The sender.") { .address($0.row.initiator.address) },
        field("src_port", .port, "Its port; -1 where the protocol has none.") {
            .integer($0.row.loopbackPort($0.row.initiator))
        },
        field("dst_ip", .address, "The receiver.") { .address($0.row.responder.address) },
        field("dst_port", .port, "Its port; -1 where the protocol has none.") {
            .integer($0.row.loopbackPort($0.row.responder))
        },
        field("protocol", .word, "`tcp`, `udp` or `other`.") { .text($0.row.loopbackProtocol) },
    ]

    private static let loopbackSizes: [Column] = [
        field("packet_count", .count, unit: "packets", "Packets.") { .integer($0.row.forward.packets) },
        field("bytes_total", .count, unit: "bytes", "Bytes of frames.") { .integer($0.row.forward.linkBytes) },
        field("bytes_mean", .real, unit: "bytes", "The mean frame.") { .real($0.row.forward.sizes.mean) },
        field("bytes_std", .real, unit: "bytes", "The sample deviation of frame sizes.") {
            .real($0.row.forward.sizes.standardDeviation)
        },
        field("bytes_min", .count, unit: "bytes", "The smallest frame.") {
            .integer($0.row.forward.sizes.minimum)
        },
        field("bytes_max", .count, unit: "bytes", "The largest frame.") {
            .integer($0.row.forward.sizes.maximum)
        },
    ]

    private static let loopbackTimes: [Column] = [
        field("iat_mean", .real, unit: "s", "The mean time from a packet of the flow to the next.") {
            .real($0.row.forward.gaps.mean / 1e9)
        },
        field("iat_std", .real, unit: "s", "The sample deviation of those times.") {
            .real($0.row.forward.gaps.standardDeviation / 1e9)
        },
        field("iat_min", .span, unit: "s", "The shortest of them.") {
            .span(nanoseconds: Int64($0.row.forward.gaps.minimum))
        },
        field("iat_max", .span, unit: "s", "The longest of them.") {
            .span(nanoseconds: Int64($0.row.forward.gaps.maximum))
        },
        field("first_seen", .span, unit: "s", "When the first packet came, since the capture began.") {
            $1.sinceStart($0.row.first)
        },
        field("last_seen", .span, unit: "s", "When the last packet came, since the capture began.") {
            $1.sinceStart($0.row.last)
        },
        field("duration", .span, unit: "s", "The difference of the two.") {
            .span(nanoseconds: $0.row.forward.nanoseconds)
        },
    ]

    private static let loopbackFlags: [Column] = TCPFlags.named.map { flag, name in
        field("tcp_\(name.lowercased())_count", .count, unit: "packets", "Packets with \(name) set.") {
            .integer($0.row.forward.flags[flag])
        }
    }

    private static let loopbackDeviations: [Deviation] = [
        Deviation(
            "`iat_*`", "are times between packets of the same flow",
            because: "the study took the time since the capture's last packet of whatever flow, which says more of the "
                + "other flows than of this"),
        Deviation(
            "`tcp_*_count`", "count the flags of every capture",
            because: "the study's exporter wrote words where its reader wanted numbers, so all are zero in its scans"),
        Deviation(
            "all", "only packets of the Internet Protocol are rows",
            because: "the study put all others together under the address NA"),
    ]
}

extension RowContext {
    /// A moment counted from the capture's beginning.
    fileprivate func sinceStart(_ time: Timestamp) -> FieldValue {
        .span(nanoseconds: (time - captureStart).wholeNanoseconds)
    }
}

extension Flow {
    fileprivate var loopbackProtocol: String {
        switch carriedProtocol {
        case .tcp: "tcp"
        case .udp: "udp"
        default: "other"
        }
    }

    fileprivate func loopbackPort(_ end: FlowEndpoint) -> Int {
        carriedProtocol == .tcp || carriedProtocol == .udp ? Int(end.port) : -1
    }

    fileprivate var loopbackIdentifier: String {
        let ends = [initiator, responder].map { "\($0.address)-\(loopbackPort($0))" }
        return "\(ends[0])-\(ends[1])-\(loopbackProtocol)"
    }
}
