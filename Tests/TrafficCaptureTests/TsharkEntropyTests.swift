import Foundation
import TestSupport
import Testing
import Traffic
import TrafficCapture

/// Packet counts and plug-in entropies of every shared capture against tshark 4.0.17.
@Suite("entropies of real captures", .enabled(if: !TsharkEntropy.all.isEmpty, "needs the shared captures"))
struct TsharkEntropyTests {
    @Test("equal tshark's to a millionth", arguments: TsharkEntropy.all)
    func oracle(row: TsharkEntropy) throws {
        let url = try #require(SharedData.url("pcap/\(row.capture)"))
        let packets = try CaptureFile(url.path).packets()
        let ip = packets.filter { $0.network != nil }
        let ports = packets.compactMap(\.ports)
        #expect(packets.count == row.count("packets"))
        #expect(ip.count == row.count("ip_packets"))
        #expect(ports.count == row.count("port_packets"))
        compare(row, "srcport", ports.map(\.source))
        compare(row, "dstport", ports.map(\.destination))
        compare(row, "srcip", ip.compactMap(\.source))
        compare(row, "dstip", ip.compactMap(\.destination))
        compare(row, "framelen", packets.map(\.originalLength))
    }

    private func compare(_ row: TsharkEntropy, _ name: String, _ values: [some Hashable & Sendable]) {
        let counts = Counts(values)
        if let support = row.count("K_\(name)") { #expect(counts.support == support, "\(name)") }
        let difference = Entropy.bits(of: counts) - (row.entropy("H_\(name)") ?? .nan)
        #expect(abs(difference) <= 1e-6, "\(name)")
    }
}
