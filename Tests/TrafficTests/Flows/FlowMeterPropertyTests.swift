import TestSupport
import Testing
import Traffic

@Suite("flow metering against the naive way")
struct FlowMeterPropertyTests {
    @Test("random conversations give the same flows", arguments: 0..<16)
    func agrees(seed: UInt64) {
        let packets = RandomTraffic(seed: seed).packets(count: 3000)
        var options = FlowOptions()
        options.idleTimeout = .milliseconds(400)
        options.activeTimeout = .milliseconds(1500)
        options.linger = nil
        options.initiator = .firstSender
        var naive = NaiveMeter(idle: 400_000_000, active: 1_500_000_000)
        for packet in packets { naive.add(packet) }
        naive.finish()
        let flows = packets.flows(options).map { NaiveFlow($0) }
        #expect(flows.count == naive.ended.count)
        #expect(Set(flows) == Set(naive.ended), "seed \(seed)")
    }

    @Test("no packet is lost whatever their times say", arguments: 0..<8)
    func keepsAll(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let packets = RandomTraffic(seed: seed).packets(count: 2000).map { packet in
            var packet = packet
            if random.next() % 7 == 0 { packet.time = Timestamp(nanoseconds: Int64(bitPattern: random.next())) }
            return packet
        }
        var options = FlowOptions()
        options.capacity = Int(random.next() % 50) + 1
        let flows = packets.flows(options)
        #expect(flows.reduce(0) { $0 + $1.both.packets } == packets.count)
        #expect(flows.reduce(0) { $0 + $1.both.linkBytes } == packets.reduce(0) { $0 + $1.originalLength })
        #expect(flows.allSatisfy { $0.both.packets == $0.forward.packets + $0.backward.packets })
        #expect(flows.allSatisfy { $0.duration >= .zero })
    }

    @Test("long flows with long packets keep every count", arguments: 0..<4)
    func wideSums(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let packets = (0..<3000).map { index in
            let direction: FlowDirection = random.next() % 3 == 0 ? .backward : .forward
            let payload = random.next() % 50 == 0 ? 70_000 : Int(random.next() % 1400)
            let flags = TCPFlags(rawValue: UInt8(truncatingIfNeeded: random.next()))
            return Dialogue().segment(at: Int64(index), direction, flags, payload: payload)
        }
        var options = FlowOptions()
        options.linger = nil
        options.initiator = .firstSender
        let flows = packets.flows(options).map { NaiveFlow($0) }
        #expect(flows == [NaiveFlow(packets)])
    }
}

/// Packets in order of time between a few hosts, over TCP, UDP and both versions of IP.
struct RandomTraffic {
    let seed: UInt64

    func packets(count: Int) -> [Packet] {
        var random = SplitMix(seed: seed)
        var milliseconds: Int64 = 1_000
        return (0..<count).map { _ in
            milliseconds += random.next() % 40 == 0 ? Int64(random.next() % 600) : Int64(random.next() % 3)
            return packet(at: milliseconds, &random)
        }
    }

    private func packet(at milliseconds: Int64, _ random: inout SplitMix) -> Packet {
        var conversation = Dialogue()
        conversation.clientPort = UInt16(40_000 + random.next() % 12)
        if random.next() % 4 == 0 {
            conversation.client = IPAddress(high: 0x2001_0db8 << 32, low: random.next() % 3)
            conversation.server = IPAddress(high: 0x2001_0db8 << 32, low: 99)
        }
        let direction: FlowDirection = random.next() % 2 == 0 ? .forward : .backward
        let payload = Int(random.next() % 1400)
        var packet =
            random.next() % 3 == 0
            ? conversation.datagram(at: milliseconds, direction, payload: payload)
            : conversation.segment(
                at: milliseconds, direction, TCPFlags(rawValue: UInt8(random.next() % 256)), payload: payload)
        packet.link.type = .ethernet
        return packet
    }
}
