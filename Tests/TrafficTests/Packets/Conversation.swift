import TestSupport
import Traffic

/// Two endpoints and a protocol, whichever of the two sent.
struct Conversation: Hashable {
    let ends: Set<String>
    let transport: String

    init(_ first: String, _ second: String, _ transport: String) {
        (ends, self.transport) = ([first, second], transport)
    }

    /// The conversation of a TCP or UDP packet; nil for others.
    init?(_ packet: Packet) {
        guard let source = packet.source, let destination = packet.destination, let ports = packet.ports else {
            return nil
        }
        let transport = packet.carriedProtocol?.description.lowercased() ?? ""
        self.init("\(source) \(ports.source)", "\(destination) \(ports.destination)", transport)
    }
}

extension ZeekBaseline {
    /// How many packets there are in each conversation.
    func packets() throws -> [Conversation: Int] {
        var counts: [Conversation: Int] = [:]
        for row in try log().rows where row["proto"] != "icmp" {
            let ends = ["orig", "resp"].map { "\(row["id.\($0)_h"] ?? "") \(row["id.\($0)_p"] ?? "")" }
            let count = ["orig_pkts", "resp_pkts"].reduce(0) { $0 + (row[$1].flatMap { Int($0) } ?? 0) }
            counts[Conversation(ends[0], ends[1], row["proto"] ?? ""), default: 0] += count
        }
        return counts
    }
}
