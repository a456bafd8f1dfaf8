import Foundation
import TestSupport
import Testing

/// The connections that Zeek 9.1 found in one of its own test captures, as its baselines have them.
struct ZeekConnLog: CustomTestStringConvertible, Sendable {
    /// The capture's name.
    let capture: String
    /// The baseline's name.
    let name: String

    var testDescription: String { name }

    /// All baselines at hand.
    static let all: [ZeekConnLog] = {
        guard let folder = SharedData.url("pcap/oracle/zeek-conn") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            name.range(of: "__").map { ZeekConnLog(capture: String(name[..<$0.lowerBound]), name: name) }
        }
    }()

    /// The connections that were not inside a tunnel.
    func outerConnections() throws -> [ZeekConnection] {
        try rows().filter { ["-", nil].contains($0["tunnel_parents"]) }.map { ZeekConnection(logged: $0) }
    }

    /// All connections.
    func connections() throws -> [ZeekConnection] {
        try rows().map { ZeekConnection(logged: $0) }
    }

    private func rows() throws -> [[String: String]] {
        guard let url = SharedData.url("pcap/oracle/zeek-conn/\(name)") else { return [] }
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let fields = lines.first { $0.hasPrefix("#fields") }?.split(separator: "\t").dropFirst().map(String.init) ?? []
        return lines.filter { !$0.hasPrefix("#") }.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(fields, cells))
        }
    }
}

/// What a line of `conn.log` says of one connection.
struct ZeekConnection: Hashable, CustomStringConvertible {
    var ends: String
    var state: String
    var history: String
    /// Packets and their bytes from the IP header on: sent by the originator, then by the responder.
    var packets: [Int]
    /// Bytes of payload each way; nil where Zeek leaves them out, as the connection had no duration.
    var payload: [Int]?

    var description: String { "\(ends) \(state) \(history) \(packets) \(payload.map { "\($0)" } ?? "-")" }

    /// Whether both say the same, as far as both say it.
    func agrees(with other: ZeekConnection) -> Bool {
        (ends, state, history, packets) == (other.ends, other.state, other.history, other.packets)
            && (payload == nil || other.payload == nil || payload == other.payload)
    }
}

extension ZeekConnection {
    init(logged row: [String: String]) {
        let cell = { (name: String) in row[name] ?? "-" }
        let numbers = { (names: [String]) in names.compactMap { Int(cell($0)) } }
        ends = ["proto", "id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p"].map(cell).joined(separator: " ")
        state = cell("conn_state")
        history = cell("history") == "-" ? "" : cell("history")
        packets = numbers(["orig_pkts", "orig_ip_bytes", "resp_pkts", "resp_ip_bytes"])
        let bytes = numbers(["orig_bytes", "resp_bytes"])
        payload = bytes.count == 2 ? bytes : nil
    }
}
