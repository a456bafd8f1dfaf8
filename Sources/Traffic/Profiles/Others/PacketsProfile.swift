extension Profile where Row == Packet {
    /// One row a packet: when, from where to where, and how long.
    public static let packets = Profile(
        "packets",
        summary: "One row a packet, with the seven columns of a packet analyser (Network_Traffic_Analyzer).",
        columns: [
            Column("timestamp", .time, unit: "s", "When the packet was captured, since 1970.") { .time($0.time) },
            Column("src_ip", .address, "The sender; missing in packets other than IP.") { address($0.source) },
            Column("dst_ip", .address, "The receiver.") { address($0.destination) },
            Column("src_port", .port, "The sender's port, where there are ports.") { FieldValue($0.sourcePort) },
            Column("dst_port", .port, "The receiver's port.") { FieldValue($0.destinationPort) },
            Column("protocol", .word, "`TCP`, `UDP`, or the number of another protocol.") {
                $0.carriedProtocol.map { .text($0.analyserName) } ?? .missing
            },
            Column("length", .count, unit: "bytes", "The whole frame.") { .integer($0.originalLength) },
        ],
        deviations: [
            Deviation(
                "`timestamp`", "is the time of capture",
                because: "the analyser noted when its program came to the packet"),
            Deviation(
                "`src_ip`, `dst_ip`, `protocol`", "are told of IPv6 too", because: "the analyser knew version 4 only"),
        ])

    private static func address(_ address: IPAddress?) -> FieldValue { address.map(FieldValue.address) ?? .missing }
}

extension IPProtocol {
    fileprivate var analyserName: String {
        self == .tcp ? "TCP" : self == .udp ? "UDP" : String(rawValue)
    }
}
