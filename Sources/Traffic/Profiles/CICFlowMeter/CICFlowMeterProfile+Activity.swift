extension Profile<Flow> {
    static let cicBulks: [Column] = cicBulks("Fwd", \.forwardBulks) + cicBulks("Bwd", \.backwardBulks)

    private static func cicBulks(
        _ name: String, _ bulks: KeyPath<FlowActivity, BulkStatistics> & Sendable
    ) -> [Column] {
        [
            activity("\(name) Bytes/Bulk Avg", .real, "bytes", "The mean payload of a bulk.") {
                .real($0[keyPath: bulks].mean(\.payloadBytes))
            },
            activity("\(name) Packet/Bulk Avg", .real, "packets", "The mean number of packets in a bulk.") {
                .real($0[keyPath: bulks].mean(\.packets))
            },
            activity("\(name) Bulk Rate Avg", .real, "bytes/s", "Payload in bulks over the time they lasted.") {
                .real($0[keyPath: bulks].rate)
            },
        ]
    }

    static let cicSubflows: [Column] = [
        subflow("Subflow Fwd Packets", "packets", "The mean number of packets forward in a subflow.") {
            $0.forward.packets
        },
        subflow("Subflow Fwd Bytes", "bytes", "The mean payload forward in a subflow.") { $0.forward.payloadBytes },
        subflow("Subflow Bwd Packets", "packets", "The mean number of packets backward in a subflow.") {
            $0.backward.packets
        },
        subflow("Subflow Bwd Bytes", "bytes", "The mean payload backward in a subflow.") { $0.backward.payloadBytes },
    ]

    static let cicActivity: [Column] =
        [
            field(
                "FWD Init Win Bytes", .count, unit: "bytes", "The window in the initiator's first TCP header, else 0."
            ) {
                FieldValue($0.row.forward.initialWindow ?? 0)
            },
            field(
                "Bwd Init Win Bytes", .count, unit: "bytes", "The window in the responder's first TCP header, else 0."
            ) {
                FieldValue($0.row.backward.initialWindow ?? 0)
            },
            activity("Fwd Act Data Pkts", .count, "packets", "Packets forward that carry payload.") {
                .integer($0.forwardDataPackets)
            },
            activity("Fwd Seg Size Min", .count, "bytes", "The shortest transport header forward.") {
                .integer($0.shortestForwardHeader ?? 0)
            },
        ] + moments("Active", "times of activity between silences of more than 5 s", \.active)
        + moments("Idle", "silences of more than 5 s", \.idle)
        + [
            field("Label", .word, "What the flow is, which nobody has said yet.") { _ in
                .text("NeedManualLabel")
            }
        ]

    private static func moments(
        _ name: String, _ what: String, _ times: KeyPath<FlowActivity, IntegerMoments> & Sendable
    ) -> [Column] {
        [
            activity("\(name) Mean", .real, "µs", "The mean of \(what).") { .real($0[keyPath: times].mean / 1000) },
            activity("\(name) Std", .real, "µs", "The sample deviation of \(what).") {
                .real($0[keyPath: times].standardDeviation / 1000)
            },
            activity("\(name) Max", .real, "µs", "The longest of \(what).") {
                .real(Double($0[keyPath: times].maximum) / 1000)
            },
            activity("\(name) Min", .real, "µs", "The shortest of \(what).") {
                .real(Double($0[keyPath: times].minimum) / 1000)
            },
        ]
    }

    private static func activity(
        _ name: String, _ type: FieldType, _ unit: String, _ meaning: String,
        _ figure: @escaping @Sendable (borrowing FlowActivity) -> FieldValue
    ) -> Column {
        field(name, type, unit: unit, meaning) { $0.row.activity.map { figure($0) } ?? .missing }
    }

    private static func subflow(
        _ name: String, _ unit: String, _ meaning: String, _ amount: @escaping @Sendable (Flow) -> Int
    ) -> Column {
        field(name, .real, unit: unit, meaning) { flow in
            guard let subflows = flow.row.activity?.subflows else { return .missing }
            return .real(Double(amount(flow.row)) / Double(subflows))
        }
    }
}

extension BulkStatistics {
    /// So much in each bulk; zero where there is none.
    fileprivate func mean(_ amount: KeyPath<BulkStatistics, Int>) -> Double {
        count > 0 ? Double(self[keyPath: amount]) / Double(count) : 0
    }

    /// Bytes a second; zero where the bulks took no time.
    fileprivate var rate: Double { duration > .zero ? Double(payloadBytes) / duration.inSeconds : 0 }
}
