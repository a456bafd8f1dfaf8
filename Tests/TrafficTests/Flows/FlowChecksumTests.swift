import Testing
import Traffic

@Suite("packets with wrong checksums")
struct FlowChecksumTests {
    private static let (client, server) = (IPAddress(192, 168, 1, 28), IPAddress(35, 221, 46, 9))

    /// A segment or datagram, verified; those of the client come out of the capture without their checksums.
    private static func packets(_ frames: [(fromClient: Bool, bytes: [UInt8])], damaged: (Bool) -> Bool) -> [Packet] {
        frames.enumerated().map { index, frame in
            var bytes = frame.bytes
            if damaged(frame.fromClient) { bytes[bytes.count - 1] ^= 0x55 }
            var packet = Packet(
                decoding: bytes.span.bytes, link: .ethernet, time: Timestamp(nanoseconds: Int64(index) * 1_000_000))
            packet.verifyChecksums(bytes.span.bytes)
            return packet
        }
    }

    private static func metered(_ packets: [Packet]) -> (flows: [Flow], summary: FlowSummary) {
        var meter = FlowMeter()
        var flows: [Flow] = []
        for packet in packets { meter.add(packet) { flows.append($0) } }
        meter.finish { flows.append($0) }
        return (flows, meter.summary)
    }

    /// A request answered by 432 bytes, of which only the answers have their checksums. Zeek's log of such a capture,
    /// `core.checksums_ignore_nets/conn-failed.log`, has a connection of no packets with the history `C`, which is no
    /// flow here, and the one below. It was made without a list of servers' ports, so the port here is in none.
    @Test("are noted in the history and count for nothing else, as in Zeek's log")
    func connection() throws {
        let conversation = Self.conversation
        let packets = Self.packets(conversation) { $0 }
        let (flows, summary) = Self.metered(packets)
        let flow = try #require(flows.first)
        #expect(flows.count == 1)
        #expect(flow.history.description == "HcADF")
        #expect(flow.state == .halfByInitiator)
        #expect((flow.initiator.address, flow.initiator.port) == (Self.server, 50_080))
        #expect(flow.forward.packets == 4 && flow.forward.networkBytes == 592 && flow.forward.sequenceBytes == 432)
        #expect(flow.backward.packets == 0)
        #expect(summary.discarded == 6 && summary.metered == 4 && summary.packets == 10)
        #expect(summary.faults == [.wrongTCPChecksum: 6])
    }

    @Test("change nothing where none is wrong")
    func sound() {
        let packets = Self.packets(Self.conversation) { _ in false }
        #expect(packets.allSatisfy { $0.fault == nil })
        #expect(Self.metered(packets).flows.map(\.history.description) == ["ShADadFf"])
    }

    @Test("of UDP are noted where they come, at the first, tenth and hundredth time")
    func datagrams() {
        let builder = FrameBuilder(from: Self.client, to: Self.server)
        let ports = Ports(source: 5000, destination: 5001)
        let query = builder.udp(ports, payload: [UInt8](repeating: 1, count: 20))
        let reply = builder.reversed.udp(
            Ports(source: 5001, destination: 5000), payload: [UInt8](repeating: 2, count: 20))
        for (wrong, history) in [(0, "Dd"), (1, "DcdC"), (10, "DccdCC")] {
            let good = Self.packets([(true, query)]) { _ in false }
            let badReplies = Self.packets(Array(repeating: (false, reply), count: wrong)) { _ in true }
            let reply = Self.packets([(false, reply)]) { _ in false }
            let badQueries = Self.packets(Array(repeating: (true, query), count: wrong)) { _ in true }
            let (flows, summary) = Self.metered(good + badReplies + reply + badQueries)
            #expect(flows.map(\.history.description) == [history])
            #expect(flows.map(\.both.packets) == [2])
            #expect(summary.discarded == 2 * wrong)
        }
    }

    @Test("do not keep a flow alive, and of an IPv4 header belong to none")
    func time() {
        let builder = FrameBuilder(from: Self.client, to: Self.server)
        var bytes = builder.udp(Ports(source: 5000, destination: 5001), payload: [UInt8](repeating: 1, count: 20))
        var good = Packet(decoding: bytes.span.bytes, link: .ethernet, time: Timestamp(seconds: 0))
        bytes[26] ^= 1
        var bad = Packet(decoding: bytes.span.bytes, link: .ethernet, time: Timestamp(seconds: 100))
        bad.verifyChecksums(bytes.span.bytes)
        #expect(bad.fault == .wrongIPChecksum)
        let first = good
        good.time = Timestamp(seconds: 130)
        let (flows, summary) = Self.metered([first, bad, good])
        #expect(flows.map(\.both.packets) == [1, 1])
        #expect(flows.map(\.history.description) == ["D", "D"])
        #expect(summary.discarded == 1)
    }

    /// SYN, SYN+ACK, ACK, request, ACK, answer, ACK, FIN, FIN, ACK.
    private static let conversation: [(fromClient: Bool, bytes: [UInt8])] = {
        var builder = FrameBuilder(from: client, to: server)
        builder.shortestFrame = 0
        let segments: [(Bool, TCPFlags, UInt32, UInt32, Int)] = [
            (true, .syn, 100, 0, 0), (false, [.syn, .ack], 500, 101, 0), (true, .ack, 101, 501, 0),
            (true, [.ack, .psh], 101, 501, 74), (false, .ack, 501, 175, 0), (false, [.ack, .psh], 501, 175, 432),
            (true, .ack, 175, 933, 0), (true, [.fin, .ack], 175, 933, 0), (false, [.fin, .ack], 933, 176, 0),
            (true, .ack, 176, 934, 0),
        ]
        return segments.map { fromClient, flags, sequence, acknowledgement, payload in
            let header = TCPHeader(flags: flags, sequenceNumber: sequence, acknowledgementNumber: acknowledgement)
            let ports = Ports(source: fromClient ? 53_246 : 50_080, destination: fromClient ? 50_080 : 53_246)
            let sender = fromClient ? builder : builder.reversed
            return (fromClient, sender.tcp(ports, header, payload: [UInt8](repeating: 0x61, count: payload)))
        }
    }()
}
