import Foundation
import TestSupport
import Testing
import Traffic
import TrafficCapture

/// Packet counts and plug-in entropies of every shared capture against tshark 4.0.17.
@Suite("entropies of real captures", .enabled(if: !TsharkEntropy.all.isEmpty, "needs the shared captures"))
struct TsharkEntropyTests {
    /// Captures of links that carry no packets of networks: netlink.
    static let otherLinks: Set = ["microsecs_big_endian.pcap"]
    /// Captures with three blocks that tshark shows as packets of no link: custom ones, with no packet in them.
    static let customBlocks: Set = ["pcapng-be-test202.pcapng", "pcapng-le-test202.pcapng"]
    /// Captures with one damaged packet that announces IPv4 and holds version 6, which tshark reads as IPv6.
    static let misannounced: Set = ["fuzz-2020-02-16-11740.pcap", "fuzz-2006-06-26-2594.pcap"]

    static let comparable = TsharkEntropy.all.filter {
        !otherLinks.union(customBlocks).union(misannounced).contains($0.capture)
    }

    @Test("equal tshark's to a millionth", arguments: comparable)
    func oracle(row: TsharkEntropy) throws {
        let url = try #require(SharedData.url("pcap/\(row.capture)"))
        // tshark was asked for the outermost addresses and ports.
        let packets = try CaptureFile(url.path).outermostPackets(includingLaterFragments: true)
        let ip = packets.filter { $0.network != nil }
        let ports = packets.compactMap(\.ports)
        #expect(packets.count == row.count("packets"))
        #expect(ip.count == row.count("ip_packets"))
        compare(row, "framelen", packets.map(\.originalLength))
        #expect(ports.count == row.count("port_packets"))
        compare(row, "srcport", ports.map(\.source))
        compare(row, "dstport", ports.map(\.destination))
        compare(row, "srcip", ip.compactMap(\.source))
        compare(row, "dstip", ip.compactMap(\.destination))
    }

    @Test("lack only the one packet that is not what it announces", arguments: misannounced)
    func wrongVersion(capture: String) throws {
        let row = try #require(TsharkEntropy.all.first { $0.capture == capture })
        let url = try #require(SharedData.url("pcap/\(capture)"))
        let packets = try CaptureFile(url.path).packets()
        #expect(packets.filter { $0.network != nil }.count + 1 == row.count("ip_packets"))
        compare(row, "dstport", packets.compactMap(\.destinationPort))
    }

    @Test("have the same lengths where the link is not decoded", arguments: otherLinks)
    func otherLink(capture: String) throws {
        let row = try #require(TsharkEntropy.all.first { $0.capture == capture })
        let url = try #require(SharedData.url("pcap/\(capture)"))
        let packets = try CaptureFile(url.path).packets()
        #expect(packets.count == row.count("packets"))
        compare(row, "framelen", packets.map(\.originalLength))
    }

    @Test("are those of the packets alone where there are other blocks", arguments: customBlocks)
    func customBlock(capture: String) throws {
        let row = try #require(TsharkEntropy.all.first { $0.capture == capture })
        let url = try #require(SharedData.url("pcap/\(capture)"))
        let packets = try CaptureFile(url.path).packets()
        #expect(packets.count + 3 == row.count("packets"))
        compare(row, "dstport", packets.compactMap(\.destinationPort))
    }

    @Test("the large benign capture has the entropy tshark 4.0.17 gives its destination ports")
    func largeCapture() throws {
        let url = try #require(SharedData.url("pcap/iot-sentinel-C-201609.pcap"))
        let ports = Counts(try CaptureFile(url.path).packets().compactMap(\.destinationPort))
        #expect(ports.total == 58_918 && ports.support == 4_011)
        #expect(abs(Entropy.bits(of: ports) - 7.001695574463145) < 1e-9)
    }

    private func compare(_ row: TsharkEntropy, _ name: String, _ values: [some Hashable & Sendable]) {
        let counts = Counts(values)
        if let support = row.count("K_\(name)") { #expect(counts.support == support, "\(name)") }
        let difference = Entropy.bits(of: counts) - (row.entropy("H_\(name)") ?? .nan)
        #expect(abs(difference) <= 1e-6, "\(name)")
    }
}
