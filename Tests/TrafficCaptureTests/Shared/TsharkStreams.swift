import Foundation
import TestSupport
import Testing
import Traffic

/// A conversation of TCP or UDP as tshark counts it, or as we do: each end with what it sent.
struct TsharkStream: Hashable, CustomStringConvertible {
    let carried: IPProtocol
    /// The ends in order, so that it does not matter who is named first.
    let ends: [End]

    struct End: Hashable, Comparable {
        let endpoint: FlowEndpoint
        let packets: Int
        let bytes: Int

        static func < (left: End, right: End) -> Bool {
            (left.endpoint, left.packets, left.bytes) < (right.endpoint, right.packets, right.bytes)
        }
    }

    var description: String {
        "\(carried) " + ends.map { "\($0.endpoint) \($0.packets) \($0.bytes)" }.joined(separator: " | ")
    }

    init(_ flow: Flow) {
        carried = flow.carriedProtocol
        ends = [
            End(endpoint: flow.initiator, packets: flow.forward.packets, bytes: flow.forward.linkBytes),
            End(endpoint: flow.responder, packets: flow.backward.packets, bytes: flow.backward.linkBytes),
        ].sorted()
    }

    private init?(_ fields: [Substring]) {
        guard fields.count >= 11, let a = Self.end(fields[3], fields[4], fields[7], fields[8]),
            let b = Self.end(fields[5], fields[6], fields[9], fields[10])
        else { return nil }
        carried = fields[1] == "tcp" ? .tcp : .udp
        ends = [a, b].sorted()
    }

    private static func end(
        _ address: Substring, _ port: Substring, _ packets: Substring, _ bytes: Substring
    ) -> End? {
        guard let address = IPAddress(String(address)), let port = UInt16(port), let packets = Int(packets),
            let bytes = Int(bytes)
        else { return nil }
        return End(endpoint: FlowEndpoint(address, port: port), packets: packets, bytes: bytes)
    }

    /// tshark's conversations by capture; none where the shared data is absent.
    static let byCapture: [String: [TsharkStream]] = {
        guard let url = SharedData.url("pcap/oracle/tshark-streams.tsv"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [:] }
        let rows = text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false)
        }
        return Dictionary(grouping: rows, by: { String($0[0]) }).mapValues { $0.compactMap { TsharkStream($0) } }
    }()
}
