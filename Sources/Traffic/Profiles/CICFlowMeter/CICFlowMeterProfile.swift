extension Profile where Row == Flow {
    /// The 84 columns of CICFlowMeter, with the meaning its documentation gives them.
    public static let cicflowmeter = Profile(
        "cicflowmeter",
        summary: """
            The 84 columns of CICFlowMeter 4, names and order as there, for models trained on CICIDS2017 and its kin. \
            The figures are what those names promise; where CICFlowMeter computes something else by mistake, the \
            deviations say so. Lengths are of payload, times in microseconds, flows end 120 s after they began.
            """,
        columns: cicIdentity + cicLengths + cicRates + cicGaps + cicHeaders + cicWholeLengths + cicFlags + cicAverages
            + cicBulks + cicSubflows + cicActivity,
        deviations: cicDeviations
    ) { options in
        options.idleTimeout = nil
        options.activeTimeout = .seconds(120)
        options.linger = .seconds(5)
        options.icmp = .hosts
        options.isUnidirectional = false
        options.sizes = .payload
        options.measuresActivity = true
    }

    private static let cicIdentity: [Column] = [
        field("Flow ID", .text, "Both addresses, both ports and the protocol, with hyphens between them.") {
            .text($0.row.cicIdentifier)
        },
        field("Src IP", .address, "The initiator.") { .address($0.row.initiator.address) },
        field("Src Port", .port, "Its port.") { FieldValue($0.row.initiator.port) },
        field("Dst IP", .address, "The responder.") { .address($0.row.responder.address) },
        field("Dst Port", .port, "Its port.") { FieldValue($0.row.responder.port) },
        field("Protocol", .count, "The number of the protocol that IP carries.") {
            FieldValue($0.row.carriedProtocol.rawValue)
        },
        field("Timestamp", .text, "When the flow began, in UTC.") { .text(CalendarTime($0.row.first).text) },
        field("Flow Duration", .count, unit: "µs", "The time from the first packet to the last.") {
            .integer(Int($0.row.both.nanoseconds / 1000))
        },
        field("Total Fwd Packet", .count, unit: "packets", "Packets forward.") {
            .integer($0.row.forward.packets)
        },
        field("Total Bwd packets", .count, unit: "packets", "Packets backward.") {
            .integer($0.row.backward.packets)
        },
        field("Total Length of Fwd Packet", .count, unit: "bytes", "Payload forward.") {
            .integer($0.row.forward.payloadBytes)
        },
        field("Total Length of Bwd Packet", .count, unit: "bytes", "Payload backward.") {
            .integer($0.row.backward.payloadBytes)
        },
    ]

    private static let cicLengths: [Column] =
        [FlowScope.forward, .backward].flatMap { scope in
            let what = "payload of a packet \(scope.cicWord)"
            return [
                cic("\(scope.cicName) Packet Length Max", .count, "bytes", "The largest \(what).", scope) {
                    .integer($0.sizes.maximum)
                },
                cic("\(scope.cicName) Packet Length Min", .count, "bytes", "The smallest \(what).", scope) {
                    .integer($0.sizes.minimum)
                },
                cic("\(scope.cicName) Packet Length Mean", .real, "bytes", "The mean \(what).", scope) {
                    .real($0.sizes.mean)
                },
                cic("\(scope.cicName) Packet Length Std", .real, "bytes", "The sample deviation of those.", scope) {
                    .real($0.sizes.standardDeviation)
                },
            ]
        }

    private static let cicRates: [Column] = [
        field("Flow Bytes/s", .real, unit: "bytes/s", "Payload over duration; 0 where that is zero.") {
            .real($0.row.perSecond($0.row.both.payloadBytes))
        },
        field("Flow Packets/s", .real, unit: "packets/s", "Packets over duration; 0 where that is zero.") {
            .real($0.row.perSecond($0.row.both.packets))
        },
    ]

    static func cic(
        _ name: String, _ type: FieldType, _ unit: String, _ meaning: String, _ scope: FlowScope,
        _ figure: @escaping @Sendable (borrowing DirectionStatistics) -> FieldValue
    ) -> Column {
        field(name, type, unit: unit, meaning, reading: scope.value(figure))
    }
}

extension FlowScope {
    /// The word at the head of CICFlowMeter's column names.
    var cicName: String { self == .both ? "Flow" : self == .forward ? "Fwd" : "Bwd" }

    /// The direction in the middle of a sentence.
    var cicWord: String { self == .both ? "either way" : rawValue }
}

extension Flow {
    fileprivate var cicIdentifier: String {
        "\(initiator.address)-\(responder.address)-\(initiator.port)-\(responder.port)-\(carriedProtocol.rawValue)"
    }

    /// So many in the flow's duration; zero where that is zero.
    func perSecond(_ count: Int) -> Double {
        both.nanoseconds > 0 ? Double(count) / (Double(both.nanoseconds) / 1e9) : 0
    }
}
