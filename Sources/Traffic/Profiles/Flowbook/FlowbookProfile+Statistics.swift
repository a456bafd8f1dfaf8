extension Profile<Flow> {
    /// The columns about the packets of one scope.
    static func statistics(_ scope: FlowScope) -> [Column] {
        amounts(scope) + times(scope) + sizes(scope) + gaps(scope) + flags(scope)
    }

    private static func column(
        _ scope: FlowScope, _ name: String, _ type: FieldType, _ unit: String, _ meaning: String,
        _ figure: @escaping @Sendable (borrowing DirectionStatistics) -> FieldValue
    ) -> Column {
        field("\(scope.rawValue)_\(name)", type, unit: unit, meaning, reading: scope.value(figure))
    }

    private static func amounts(_ scope: FlowScope) -> [Column] {
        let way = scope.phrase
        return [
            column(scope, "packets", .count, "packets", "Packets \(way).") { .integer($0.packets) },
            column(scope, "link_bytes", .count, "bytes", "Bytes of whole frames \(way).") { .integer($0.linkBytes) },
            column(scope, "network_bytes", .count, "bytes", "Bytes of IP packets \(way), headers included.") {
                .integer($0.networkBytes)
            },
            column(scope, "payload_bytes", .count, "bytes", "Bytes that the transport protocol carried \(way).") {
                .integer($0.payloadBytes)
            },
            column(scope, "header_bytes", .count, "bytes", "Bytes of transport headers \(way), options included.") {
                .integer($0.headerBytes)
            },
            column(scope, "retransmissions", .count, "packets", "TCP packets \(way) with payload, none of it new.") {
                .integer($0.retransmissions)
            },
        ]
    }

    private static func times(_ scope: FlowScope) -> [Column] {
        let way = scope.phrase
        return [
            column(scope, "first_s", .time, "s", "When the first packet \(way) came, since 1970.") {
                FieldValue($0.first)
            },
            column(scope, "last_s", .time, "s", "When the last packet \(way) came, since 1970.") {
                FieldValue($0.last)
            },
            column(scope, "duration_s", .span, "s", "The time between those two.") {
                .span(nanoseconds: $0.nanoseconds)
            },
        ]
    }

    private static func sizes(_ scope: FlowScope) -> [Column] {
        let what = "packet \(scope.phrase), counted from the link header on unless told otherwise"
        return [
            column(scope, "size_min", .count, "bytes", "The smallest \(what).") { .integer($0.sizes.minimum) },
            column(scope, "size_mean", .real, "bytes", "The mean \(what).") { .real($0.sizes.mean) },
            column(scope, "size_sd", .real, "bytes", "The standard deviation of those sizes.") {
                .real($0.sizes.standardDeviation)
            },
            column(scope, "size_max", .count, "bytes", "The largest \(what).") { .integer($0.sizes.maximum) },
        ]
    }

    private static func gaps(_ scope: FlowScope) -> [Column] {
        let what = "time from a packet \(scope.phrase) to the next"
        return [
            column(scope, "gap_min_s", .span, "s", "The shortest \(what).") {
                .span(nanoseconds: Int64($0.gaps.minimum))
            },
            column(scope, "gap_mean_s", .real, "s", "The mean \(what).") { .real($0.gaps.mean / 1e9) },
            column(scope, "gap_sd_s", .real, "s", "The standard deviation of those times.") {
                .real($0.gaps.standardDeviation / 1e9)
            },
            column(scope, "gap_max_s", .span, "s", "The longest \(what).") {
                .span(nanoseconds: Int64($0.gaps.maximum))
            },
        ]
    }

    private static func flags(_ scope: FlowScope) -> [Column] {
        TCPFlags.named.map { flag, name in
            column(
                scope, "\(name.lowercased())_packets", .count, "packets", "Packets \(scope.phrase) with \(name) set."
            ) { .integer($0.flags[flag]) }
        }
    }
}

extension DirectionStatistics {
    /// The time from the first packet to the last, in nanoseconds: what ``duration`` is, without 128-bit arithmetic.
    var nanoseconds: Int64 {
        guard let first, let last else { return 0 }
        return last.nanoseconds.since(first.nanoseconds)
    }
}
