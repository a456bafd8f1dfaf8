extension Profile where Row == Packet {
    /// One row a packet: when, from where to where, and how long.
    public static let packets = Profile(
        "packets",
        summary: "One row a packet, with the seven columns of a packet analyser (Network_Traffic_Analyzer).",
        columns: [
            field("timestamp", .time, unit: "s", "When the packet was captured, since 1970.") {
                .time($0.row.time)
            },
            field("src_ip", .address, "The sender; missing in packets other than IP.") {
                address($0.row.source)
            },
            field("dst_ip", .address, "The receiver.") { address($0.row.destination) },
            field("src_port", .port, "The sender's port, where there are ports.") {
                FieldValue($0.row.sourcePort)
            },
            field("dst_port", .port, "The receiver's port.") { FieldValue($0.row.destinationPort) },
            field("protocol", .word, "`TCP`, `UDP`, or the number of another protocol.") {
                $0.row.carriedProtocol.map { .text($0.analyserName) } ?? .missing
            },
            field("length", .count, unit: "bytes", "The whole frame.") { .integer($0.row.originalLength) },
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
