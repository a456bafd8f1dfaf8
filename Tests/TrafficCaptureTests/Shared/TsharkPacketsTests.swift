import TestSupport
import Testing
import TrafficCapture

@testable import Traffic

@Suite(
    "packets as tshark has them",
    .enabled(
        if: TsharkPacket.isInstalled && !ManifestCapture.all.isEmpty, "needs tshark 4.0.17 and the shared captures"))
struct TsharkPacketsTests {
    @Test("field by field, but for what is known", arguments: ManifestCapture.all)
    func fields(row: ManifestCapture) throws {
        let url = try #require(SharedData.url("pcap/\(row.name)"))
        let theirs = try TsharkPacket.all(url.path)
        let ours = try CaptureFile(url.path).packets()
        try #require(theirs.count == ours.count)
        let differing = zip(theirs, ours).enumerated().compactMap { number, pair in
            Self.difference(pair.0.figures, pair.1.figures).map { "\(number + 1): \($0)" }
        }
        Comparison.tsharkFields.expect(theirs: differing, ours: differing, in: row.name)
    }

    private static func difference(_ theirs: [String: String], _ ours: [String: String]) -> String? {
        let names = theirs.keys.filter { theirs[$0] != ours[$0] ?? "" }
        guard !names.isEmpty else { return nil }
        return names.sorted().map { "\($0) \(ours[$0] ?? "none") for \(theirs[$0] ?? "")" }.joined(separator: ", ")
    }
}

extension Packet {
    /// What is compared, by the same names.
    fileprivate var figures: [String: String] {
        var figures = [
            "length": "\(originalLength)", "captured": "\(capturedLength)", "vlans": "\(link.vlans)",
            "source": source.map { "\($0)" }, "destination": destination.map { "\($0)" },
            "length of IP": ipLength.map { "\($0)" }, "hop limit": network.map { "\($0.hopLimit)" },
            "protocol": carriedProtocol.map { "\($0.rawValue)" },
            "fragment": network?.fragment.map { TsharkPacket.fragment($0.offset, $0.hasMore) },
            "from": sourcePort.map { "\($0)" }, "to": destinationPort.map { "\($0)" },
            "payload": payloadLength.map { "\($0)" },
        ]
        switch transport {
        case .tcp(let header):
            figures["flags"] = "\(header.flags.rawValue)"
            figures["sequence"] = "\(header.sequenceNumber)"
            figures["window"] = "\(header.window)"
        case .icmp(let header): figures["type"] = "\(header.type)"
        default: break
        }
        return figures.compactMapValues { $0 }
    }
}
