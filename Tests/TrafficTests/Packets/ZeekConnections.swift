import Foundation
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

/// How many packets Zeek counts in each conversation of a `conn.log`.
enum ZeekConnections {
    static func packets(_ log: String) throws -> [Conversation: Int] {
        guard let url = SharedData.url("pcap/oracle/zeek-conn/\(log)") else { return [:] }
        var counts: [Conversation: Int] = [:]
        var names: [Substring] = []
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            if fields.first == "#fields" { names = Array(fields.dropFirst()) }
            guard !line.hasPrefix("#") else { continue }
            let row = Dictionary(zip(names, fields), uniquingKeysWith: { first, _ in first })
            func text(_ name: Substring) -> String { String(row[name] ?? "") }
            guard text("proto") != "icmp" else { continue }
            let ends = ("\(text("id.orig_h")) \(text("id.orig_p"))", "\(text("id.resp_h")) \(text("id.resp_p"))")
            let count = (Int(text("orig_pkts")) ?? 0) + (Int(text("resp_pkts")) ?? 0)
            counts[Conversation(ends.0, ends.1, text("proto")), default: 0] += count
        }
        return counts
    }
}
