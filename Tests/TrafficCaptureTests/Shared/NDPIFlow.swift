import Foundation
import TestSupport
import Traffic

/// A flow as ndpiReader prints it, or as we have it: each end with what it sent.
struct NDPIFlow: Hashable, CustomStringConvertible {
    let name: String
    let ends: [End]

    /// What one end sent. Lengths are the smallest, the mean, the greatest, and the deviation of all values.
    ///
    /// Gaps are not compared: ndpiReader prints those of the packets it looked into.
    struct End: Hashable {
        let endpoint: String
        let packets: Int
        let bytes: Int
        var lengths: [Double] = []
    }

    var description: String {
        name + " " + ends.map { "\($0.endpoint) \($0.packets) \($0.bytes) \($0.lengths)" }.joined(separator: " | ")
    }

    init(_ flow: Flow) {
        name = Self.protocolName(flow.carriedProtocol)
        ends = [
            Self.end(flow.initiator, flow.forward), Self.end(flow.responder, flow.backward),
        ].sorted { $0.endpoint < $1.endpoint }
    }

    private static func end(_ endpoint: FlowEndpoint, _ sent: DirectionStatistics) -> End {
        End(
            endpoint: endpoint.description, packets: sent.packets, bytes: sent.linkBytes,
            lengths: figures(sent.sizes))
    }

    /// ndpiReader divides by the number of values for the deviation.
    private static func figures(_ moments: IntegerMoments) -> [Double] {
        let count = Double(moments.count)
        let deviation = count > 1 ? (moments.variance * (count - 1) / count).squareRoot() : 0
        return [Double(moments.minimum), moments.mean, Double(moments.maximum), deviation]
    }
}

extension NDPIFlow {
    /// A line such as `1 TCP 192.0.2.1:4 <-> 192.0.2.2:80 [proto: …][7 pkts/4845 bytes <-> 73 pkts/178280 bytes]…`; nil
    /// for any other.
    init?(_ line: Substring) {
        let pattern =
            #/^\s+\d+\s+(?<name>\S+) (?<a>\S+) <?-> (?<b>\S+) .*?\[(?<ap>\d+) pkts/(?<ab>\d+) bytes <?-> (?<bp>\d+) pkts/(?<bb>\d+) bytes\]/#
        guard let match = line.prefixMatch(of: pattern) else { return nil }
        let lengths = Self.lengths(line)
        name = String(match.name)
        ends = [
            End(
                endpoint: Self.endpoint(match.a), packets: Int(match.ap) ?? 0, bytes: Int(match.ab) ?? 0,
                lengths: lengths.0),
            End(
                endpoint: Self.endpoint(match.b), packets: Int(match.bp) ?? 0, bytes: Int(match.bb) ?? 0,
                lengths: lengths.1),
        ].sorted { $0.endpoint < $1.endpoint }
    }

    /// The name ndpiReader prints: the number alone of protocols it does not know.
    private static func protocolName(_ carried: IPProtocol) -> String {
        let name = carried.description.uppercased()
        guard name.hasPrefix("IP PROTOCOL ") else { return name }
        return carried.rawValue == 112 ? "VRRP" : String(carried.rawValue)
    }

    /// The endpoint with its address in canonical text, which ndpiReader's is not.
    private static func endpoint(_ text: Substring) -> String {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let address = parts.dropLast().joined(separator: ":").filter { $0 != "[" && $0 != "]" }
        guard let address = IPAddress(address), let port = parts.last.flatMap({ UInt16($0) }) else {
            return String(text)
        }
        return FlowEndpoint(address, port: port).description
    }

    /// `min/min avg/avg max/max sd/sd`, both directions; empty where the line has none.
    private static func lengths(_ line: Substring) -> ([Double], [Double]) {
        guard let place = line.firstRange(of: "Pkt Len c2s/s2c min/avg/max/stddev: ") else { return ([], []) }
        let text = line[place.upperBound...].prefix { $0 != "]" }
        let pairs = text.split(separator: " ").map { $0.split(separator: "/").compactMap { Double($0) } }
        guard pairs.allSatisfy({ $0.count == 2 }) else { return ([], []) }
        return (pairs.map { $0[0] }, pairs.map { $0[1] })
    }

    /// Whether both are the same as far as ndpiReader prints it, in whole bytes and milliseconds.
    func agrees(with ours: NDPIFlow) -> Bool {
        guard name == ours.name else { return false }
        return zip(ends, ours.ends).allSatisfy { theirs, ours in
            theirs.endpoint == ours.endpoint && theirs.packets == ours.packets && theirs.bytes == ours.bytes
                && zip(theirs.lengths, ours.lengths).allSatisfy { abs($0 - $1) <= 1 }
        }
    }

    /// The captures that were looked at, with their flows; none where the shared data is absent.
    static let byCapture: [String: [NDPIFlow]] = {
        guard let folder = SharedData.url("pcap/oracle/ndpi") else { return [:] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: names.filter { $0.hasSuffix(".out") }.map { name in
                let text = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
                return (String(name.dropLast(4)), text.split(separator: "\n").compactMap { NDPIFlow($0) })
            })
    }()
}
