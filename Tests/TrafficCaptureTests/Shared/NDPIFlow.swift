import Foundation
import TestSupport
import Traffic

/// A flow as ndpiReader prints it, or as we have it: each end with what it sent.
struct NDPIFlow: Hashable, CustomStringConvertible {
    let name: String
    let ends: [End]

    /// What one end sent. Lengths and gaps are the smallest, the mean, the greatest, the deviation of all values.
    struct End: Hashable {
        let endpoint: String
        let packets: Int
        let bytes: Int
        var lengths: [Double] = []
        var gaps: [Double] = []
    }

    var description: String {
        name + " " + ends.map { "\($0.endpoint) \($0.packets) \($0.bytes) \($0.lengths) \($0.gaps)" }.joined(separator: " | ")
    }

    init(_ flow: Flow) {
        name = flow.carriedProtocol.description
        ends = [
            Self.end(flow.initiator, flow.forward), Self.end(flow.responder, flow.backward),
        ].sorted { $0.endpoint < $1.endpoint }
    }

    private static func end(_ endpoint: FlowEndpoint, _ sent: DirectionStatistics) -> End {
        End(
            endpoint: endpoint.description, packets: sent.packets, bytes: sent.linkBytes,
            lengths: figures(sent.sizes, unit: 1), gaps: figures(sent.gaps, unit: 1e6))
    }

    /// ndpiReader divides by the number of values for the deviation.
    private static func figures(_ moments: IntegerMoments, unit: Double) -> [Double] {
        let count = Double(moments.count)
        let deviation = count > 1 ? (moments.variance * (count - 1) / count).squareRoot() : 0
        return [Double(moments.minimum), moments.mean, Double(moments.maximum), deviation].map { $0 / unit }
    }
}

extension NDPIFlow {
    /// A line such as `1 TCP 192.0.2.1:4 <-> 192.0.2.2:80 [proto: …][7 pkts/4845 bytes <-> 73 pkts/178280 bytes]…`; nil for
    /// any other.
    init?(_ line: Substring) {
        let pattern =
            #/^\s+\d+\s+(?<name>\S+) (?<a>\S+) <?-> (?<b>\S+) .*?\[(?<ap>\d+) pkts/(?<ab>\d+) bytes <?-> (?<bp>\d+) pkts/(?<bb>\d+) bytes\]/#
        guard let match = line.prefixMatch(of: pattern) else { return nil }
        let lengths = Self.figures(line, "Pkt Len c2s/s2c min/avg/max/stddev: ")
        let gaps = Self.figures(line, "IAT c2s/s2c min/avg/max/stddev: ")
        name = String(match.name)
        ends = [
            End(
                endpoint: String(match.a), packets: Int(match.ap) ?? 0, bytes: Int(match.ab) ?? 0, lengths: lengths.0,
                gaps: gaps.0),
            End(
                endpoint: String(match.b), packets: Int(match.bp) ?? 0, bytes: Int(match.bb) ?? 0, lengths: lengths.1,
                gaps: gaps.1),
        ].sorted { $0.endpoint < $1.endpoint }
    }

    /// `min/min avg/avg max/max sd/sd`, both directions; empty where the line has none.
    private static func figures(_ line: Substring, _ label: String) -> ([Double], [Double]) {
        guard let place = line.firstRange(of: label) else { return ([], []) }
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
                && Self.areNear(theirs.lengths, ours.lengths, packets: ours.packets)
                && Self.areNear(theirs.gaps, ours.gaps, packets: ours.packets - 1)
        }
    }

    private static func areNear(_ theirs: [Double], _ ours: [Double], packets: Int) -> Bool {
        packets <= 0 || zip(theirs, ours).allSatisfy { abs($0 - $1) <= 1 }
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
