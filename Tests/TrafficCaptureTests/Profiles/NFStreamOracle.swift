import TestSupport
import Testing
import Traffic
import TrafficCapture

/// The flows that NFStream 6.6.0 found in a capture, beside ours.
struct NFStreamOracle: CustomTestStringConvertible, Sendable {
    let capture: String
    let flows: [[String: String]]

    var testDescription: String { capture }

    /// Every capture NFStream was run on; none where the shared data is absent.
    static let all: [NFStreamOracle] = {
        guard let table = PlainTable.shared("pcap/oracle/nfstream-flows.csv.gz") else { return [] }
        let byCapture = Dictionary(grouping: table.rows) { $0["pcap"] ?? "" }
        return byCapture.map { NFStreamOracle(capture: $0.key, flows: $0.value) }.sorted { $0.capture < $1.capture }
    }()
}

/// What differs between two tables of flows.
struct FlowDifferences {
    /// Flows of the oracle that are not there or not equal, each with a word on what.
    private(set) var onlyTheirs: [String] = []
    /// Flows that the oracle does not have, or not so.
    private(set) var onlyOurs: [String] = []

    init(ours: [[String: String]], theirs: [[String: String]]) {
        var rest = Dictionary(grouping: ours, by: Self.key)
        for flow in theirs {
            let key = Self.key(flow)
            guard var candidates = rest[key], !candidates.isEmpty else {
                onlyTheirs.append("\(key): not found")
                continue
            }
            let place = candidates.firstIndex { $0["vlan_id"] == flow["vlan_id"] } ?? 0
            let columns = Self.columns(candidates.remove(at: place), flow)
            rest[key] = candidates
            guard !columns.isEmpty else { continue }
            onlyTheirs.append("\(key): \(columns.joined(separator: ", "))")
            onlyOurs.append("\(key): the same flow")
        }
        onlyOurs += rest.flatMap { key, flows in flows.map { "\(key): \($0["bidirectional_packets"] ?? "") packets" } }
    }

    private static func key(_ flow: [String: String]) -> String {
        ["src_ip", "src_port", "dst_ip", "dst_port", "protocol", "bidirectional_first_seen_ms"]
            .map { flow[$0] ?? "" }.joined(separator: " ")
    }

    private static func columns(_ ours: [String: String], _ theirs: [String: String]) -> [String] {
        theirs.keys.sorted().filter { !uncompared.contains($0) }.compactMap { name in
            agree(ours[name] ?? "", theirs[name] ?? "", tolerance(name))
                ? nil : "\(name) \(ours[name] ?? "") for \(theirs[name] ?? "")"
        }
    }

    private static let uncompared: Set = ["pcap", "src_mac", "src_oui", "dst_mac", "dst_oui"]

    /// Gaps of cut-off milliseconds are wrong by less than one, and their deviation by less than the root of 2.
    private static func tolerance(_ name: String) -> Double {
        if name.hasSuffix("stddev_piat_ms") { return 1.4143 }
        return name.hasSuffix("min_piat_ms") || name.hasSuffix("max_piat_ms") ? 1 : 0
    }

    private static func agree(_ ours: String, _ theirs: String, _ tolerance: Double) -> Bool {
        guard ours != theirs else { return true }
        guard let left = Double(ours), let right = Double(theirs) else { return false }
        return abs(left - right) <= max(tolerance, 1e-9 * abs(right))
    }
}
