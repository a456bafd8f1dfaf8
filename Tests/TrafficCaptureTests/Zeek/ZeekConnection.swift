import Traffic

/// What a line of `conn.log` says of one connection.
struct ZeekConnection: CustomStringConvertible {
    let ends: String
    let state: String
    let history: String
    /// Packets and their bytes from the IP header on: sent by the originator, then by the responder.
    let packets: [Int]
    /// Bytes of payload each way; nil where Zeek leaves them out, as the connection had no duration.
    let payload: [Int]?

    var description: String { "\(ends) \(state) \(history) \(packets) \(payload.map { "\($0)" } ?? "-")" }

    /// Whether both say the same, as far as both say it.
    func agrees(with other: ZeekConnection) -> Bool {
        (ends, state, history, packets) == (other.ends, other.state, other.history, other.packets)
            && (payload == nil || other.payload == nil || payload == other.payload)
    }
}

extension ZeekConnection {
    /// A connection of a log.
    init(logged row: [String: String]) {
        let cell = { (name: String) in row[name] ?? "-" }
        let numbers = { (names: [String]) in names.compactMap { Int(cell($0)) } }
        let bytes = numbers(["orig_bytes", "resp_bytes"])
        self.init(
            ends: ["proto", "id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p"].map(cell).joined(separator: " "),
            state: cell("conn_state"), history: cell("history") == "-" ? "" : cell("history"),
            packets: numbers(["orig_pkts", "orig_ip_bytes", "resp_pkts", "resp_ip_bytes"]),
            payload: bytes.count == 2 ? bytes : nil)
    }

    /// A flow, in the words of a log.
    init(_ flow: Flow) {
        let name = flow.carriedProtocol == .tcp ? "tcp" : flow.carriedProtocol == .udp ? "udp" : "icmp"
        let (source, target) = (flow.initiator, flow.responder)
        self.init(
            ends: "\(name) \(source.address) \(source.port) \(target.address) \(target.port)",
            state: flow.state.rawValue, history: flow.history.description,
            packets: [
                flow.forward.packets, flow.forward.networkBytes, flow.backward.packets, flow.backward.networkBytes,
            ], payload: [flow.forward.sequenceBytes, flow.backward.sequenceBytes])
    }
}
