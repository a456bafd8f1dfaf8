import Testing
import Traffic

@Suite("features of a window of packets")
struct PacketFeaturesTests {
    private func packet(at seconds: Double, port: UInt16?, host: UInt8 = 1, length: Int = 60) -> Packet {
        var packet = Packet(time: Timestamp(seconds: seconds), length: length, link: LinkHeader(type: .ethernet))
        packet.network = IPHeader(
            from: IPAddress(10, 0, 0, 9), to: IPAddress(10, 0, 0, host), carrying: .tcp, payloadLength: 40)
        packet.ports = port.map { Ports(source: 40_000, destination: $0) }
        return packet
    }

    private func features(
        _ packets: [Packet], _ windowing: Windowing = .tumbling(.seconds(10))
    ) throws -> [PacketFeatures] {
        try packets.windows(windowing).map(\.features)
    }

    @Test("each field has its own entropy")
    func entropies() throws {
        let packets = [
            packet(at: 0, port: 80, length: 60), packet(at: 1, port: 443, length: 60),
            packet(at: 2, port: 80, length: 60), packet(at: 3, port: 443, host: 2, length: 1500),
        ]
        let features = try #require(try features(packets).first)
        #expect(features.packetCount == 4)
        #expect(features.destinationPortBits == 1)
        #expect(abs(try #require(features.destinationAddressBits) - 0.8112781244591328) < 1e-15)
        #expect(features.lengthBits == features.destinationAddressBits)
    }

    @Test("packets without a port do not count among the ports")
    func missingPorts() throws {
        let some = try features([packet(at: 0, port: 80), packet(at: 1, port: nil), packet(at: 2, port: 80)])
        #expect(some[0].destinationPortBits == 0)
        #expect(try features([packet(at: 0, port: nil)])[0].destinationPortBits == nil)
    }

    @Test("the rate refers to the whole window, the gaps to the packets in it")
    func times() throws {
        let steady = try features((0..<5).map { packet(at: 2 * Double($0), port: 80) })
        #expect(steady[0].packetsPerSecond == 0.5)
        #expect(steady[0].meanGap == 2)
        #expect(steady[0].gapVariation == 0)
        let uneven = try features([0, 1, 4].map { packet(at: $0, port: 80) })
        #expect(uneven[0].meanGap == 2)
        #expect(uneven[0].gapVariation == 0.5)
    }

    @Test("what a window gives no ground for is unknown")
    func unknown() throws {
        let sparse = try features([packet(at: 0, port: 80), packet(at: 25, port: 80)])
        #expect(sparse[1].packetCount == 0 && sparse[1].packetsPerSecond == 0)
        #expect(sparse[1].destinationPortBits == nil && sparse[1].lengthBits == nil)
        #expect(sparse[0].meanGap == nil && sparse[0].gapVariation == nil)
        let pair = try features([packet(at: 0, port: 80), packet(at: 2, port: 80)])
        #expect(pair[0].meanGap == 2 && pair[0].gapVariation == nil)
        let burst = try features([packet(at: 0, port: 80), packet(at: 0, port: 80)], .tumbling(packets: 2))
        #expect(burst[0].packetsPerSecond == nil && burst[0].meanGap == 0 && burst[0].gapVariation == nil)
    }

    @Test("arrivals at random have irregular gaps of about one", arguments: 1...5)
    func poisson(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let scan = try TrafficProfile.portScan.packets(for: .seconds(2000), using: &generator)
        let variation = try features(scan, .tumbling(.seconds(5000)))[0].gapVariation
        #expect(abs(try #require(variation) - 1) < 0.1, "seed \(seed)")
    }
}
