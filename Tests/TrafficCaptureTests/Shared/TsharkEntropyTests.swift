import TestSupport
import Testing
import Traffic
import TrafficCapture

/// Packet counts and plug-in entropies of every shared capture against tshark 4.0.17.
@Suite("entropies of real captures", .enabled(if: !TsharkEntropy.all.isEmpty, "needs the shared captures"))
struct TsharkEntropyTests {
    @Test("equal tshark's to a millionth", arguments: TsharkEntropy.comparable)
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

    @Test("lack only the one packet that is not what it announces", arguments: TsharkEntropy.misannounced)
    func wrongVersion(capture: String) throws {
        let row = try #require(TsharkEntropy.all.first { $0.capture == capture })
        let url = try #require(SharedData.url("pcap/\(capture)"))
        let packets = try CaptureFile(url.path).packets()
        #expect(packets.filter { $0.network != nil }.count + 1 == row.count("ip_packets"))
        compare(row, "dstport", packets.compactMap(\.destinationPort))
    }

    @Test("have the same lengths where the link is not decoded", arguments: TsharkEntropy.otherLinks)
    func otherLink(capture: String) throws {
        let row = try #require(TsharkEntropy.all.first { $0.capture == capture })
        let url = try #require(SharedData.url("pcap/\(capture)"))
        let packets = try CaptureFile(url.path).packets()
        #expect(packets.count == row.count("packets"))
        compare(row, "framelen", packets.map(\.originalLength))
    }

    @Test("are those of the packets alone where there are other blocks", arguments: TsharkEntropy.customBlocks)
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
        if let support = row.support(of: name) { #expect(counts.support == support, "\(name)") }
        let difference = Entropy.bits(of: counts) - (row.bits(of: name) ?? .nan)
        #expect(abs(difference) <= 1e-6, "\(name)")
    }
}
