import Traffic

extension Profile where Row == Flow {
    /// What a person wants to see of a flow first, in columns that a terminal has room for.
    static let brief = Profile(
        "brief", summary: "What a person wants to see of a flow first, in columns that a terminal has room for.",
        columns: [
            Column("initiator", .text, "The end that began.") { .text($0.initiator.text(of: $0)) },
            Column("responder", .text, "The other end.") { .text($0.responder.text(of: $0)) },
            Column("proto", .word, "What the packets carry.") { .text($0.carriedProtocol.description) },
            Column("state", .word, "How the connection went.") { .text($0.state.rawValue) },
            Column("packets", .count, "Packets both ways.") { .integer($0.both.packets) },
            Column("bytes", .count, "Bytes of frames both ways.") { .integer($0.both.linkBytes) },
            Column("duration", .real, unit: "s", "From the first packet to the last.") {
                .real($0.duration / .seconds(1))
            },
            Column("end", .word, "Why the flow ended.") { .text($0.end.description) },
            Column("start", .time, unit: "s", "When the first packet came.") { .time($0.first) },
        ])
}

extension FlowEndpoint {
    /// The end as it is usually written: without a port where there is none.
    fileprivate func text(of flow: Flow) -> String {
        flow.initiator.port == 0 && flow.responder.port == 0 ? "\(address)" : "\(self)"
    }
}
