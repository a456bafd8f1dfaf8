extension Profile<Flow> {
    static let cicGaps: [Column] = [cicGapMoments(.both), cicGapTotals(.forward), cicGapTotals(.backward)].flatMap(
        \.self)

    private static func cicGapTotals(_ scope: FlowScope) -> [Column] {
        let total = cic(
            "\(scope.cicName) IAT Total", .real, "µs", "The time from the first packet \(scope.cicWord) to the last.",
            scope
        ) { .real(Double($0.gaps.sum) / 1000) }
        return [total] + cicGapMoments(scope)
    }

    private static func cicGapMoments(_ scope: FlowScope) -> [Column] {
        let (name, what) = (scope.cicName, "time between packets \(scope.cicWord)")
        return [
            cic("\(name) IAT Mean", .real, "µs", "The mean \(what).", scope) { .real($0.gaps.mean / 1000) },
            cic("\(name) IAT Std", .real, "µs", "The sample deviation of those.", scope) {
                .real($0.gaps.standardDeviation / 1000)
            },
            cic("\(name) IAT Max", .real, "µs", "The longest \(what).", scope) {
                .real(Double($0.gaps.maximum) / 1000)
            },
            cic("\(name) IAT Min", .real, "µs", "The shortest \(what).", scope) {
                .real(Double($0.gaps.minimum) / 1000)
            },
        ]
    }

    static let cicHeaders: [Column] = [
        cic("Fwd PSH Flags", .count, "packets", "Packets forward with PSH set.", .forward) { .integer($0.flags[.psh]) },
        cic("Bwd PSH Flags", .count, "packets", "Packets backward with PSH set.", .backward) {
            .integer($0.flags[.psh])
        },
        cic("Fwd URG Flags", .count, "packets", "Packets forward with URG set.", .forward) { .integer($0.flags[.urg]) },
        cic("Bwd URG Flags", .count, "packets", "Packets backward with URG set.", .backward) {
            .integer($0.flags[.urg])
        },
        cic("Fwd Header Length", .count, "bytes", "Transport headers forward.", .forward) { .integer($0.headerBytes) },
        cic("Bwd Header Length", .count, "bytes", "Transport headers backward.", .backward) {
            .integer($0.headerBytes)
        },
        field("Fwd Packets/s", .real, unit: "packets/s", "Packets forward over the flow's duration.") {
            .real($0.row.perSecond($0.row.forward.packets))
        },
        field("Bwd Packets/s", .real, unit: "packets/s", "Packets backward over the flow's duration.") {
            .real($0.row.perSecond($0.row.backward.packets))
        },
    ]

    static let cicWholeLengths: [Column] = [
        cic("Packet Length Min", .count, "bytes", "The smallest payload of a packet.", .both) {
            .integer($0.sizes.minimum)
        },
        cic("Packet Length Max", .count, "bytes", "The largest payload of a packet.", .both) {
            .integer($0.sizes.maximum)
        },
        cic("Packet Length Mean", .real, "bytes", "The mean payload of a packet.", .both) { .real($0.sizes.mean) },
        cic("Packet Length Std", .real, "bytes", "The sample deviation of those.", .both) {
            .real($0.sizes.standardDeviation)
        },
        cic("Packet Length Variance", .real, "bytes²", "Its square.", .both) { .real($0.sizes.variance) },
    ]

    static let cicFlags: [Column] = {
        let order: [TCPFlags] = [.fin, .syn, .rst, .psh, .ack, .urg, .cwr, .ece]
        return order.map { flag in
            cic("\(flag) Flag Count", .count, "packets", "Packets with \(flag) set.", .both) {
                .integer($0.flags[flag])
            }
        }
    }()

    static let cicAverages: [Column] = [
        field("Down/Up Ratio", .real, "Packets backward for each packet forward.") {
            .real($0.row.forward.packets > 0 ? Double($0.row.backward.packets) / Double($0.row.forward.packets) : 0)
        },
        cic("Average Packet Size", .real, "bytes", "The mean payload of a packet, once more.", .both) {
            .real($0.sizes.mean)
        },
        cic("Fwd Segment Size Avg", .real, "bytes", "The mean payload forward, once more.", .forward) {
            .real($0.sizes.mean)
        },
        cic("Bwd Segment Size Avg", .real, "bytes", "The mean payload backward, once more.", .backward) {
            .real($0.sizes.mean)
        },
    ]
}
