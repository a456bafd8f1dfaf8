import TestSupport
import Testing

@testable import Traffic

@Suite("checksums that are verified")
struct ChecksumTests {
    private static let version4 = FrameBuilder(from: IPAddress(192, 0, 2, 1), to: IPAddress(198, 51, 100, 7))
    private static let version6 = FrameBuilder(from: address(1), to: address(2))
    private static let ports = Ports(source: 40_000, destination: 443)
    private static let payload: [UInt8] = [1, 2, 3, 4, 5]

    /// Frames as senders make them, and what is wrong when their last byte of payload is changed.
    static let frames: [(name: String, bytes: [UInt8], fault: DecodingFault)] = [
        ("TCP", version4.tcp(ports, TCPHeader(flags: .ack), payload: payload), .wrongTCPChecksum),
        ("UDP", version4.udp(ports, payload: payload), .wrongUDPChecksum),
        ("ICMP", version4.icmp(ICMPHeader(type: 8, code: 0), payload: payload), .wrongICMPChecksum),
        ("TCP of IPv6", version6.tcp(ports, TCPHeader(flags: .ack), payload: payload), .wrongTCPChecksum),
        ("UDP of IPv6", version6.udp(ports, payload: payload), .wrongUDPChecksum),
        ("ICMPv6", version6.icmp(ICMPHeader(type: 128, code: 0), payload: payload), .wrongICMPChecksum),
        ("routed", routed(type: 0), .wrongUDPChecksum), ("segment routed", routed(type: 4), .wrongUDPChecksum),
        ("from away", fromAway(), .wrongUDPChecksum),
    ]

    @Test("are right as sent, and wrong after a change of any bit they cover", arguments: frames.indices)
    func changes(row: Int) throws {
        let (name, bytes, fault) = Self.frames[row]
        #expect(Self.fault(bytes) == nil, "\(name)")
        let packet = Self.packet(bytes)
        let end = try #require(packet.networkOffset) + (try #require(packet.ipLength))
        let start = try #require(packet.payloadOffset) - (packet.transport?.length ?? 0)
        for bit in 0..<8 * (end - start) {
            var changed = bytes
            changed[start + bit / 8] ^= 1 << UInt8(bit % 8)
            // Changes of the header's length and the datagram's are faults of their own.
            guard Self.packet(changed).fault == nil, Self.covers(changed, start, end) else { continue }
            #expect(Self.fault(changed) == fault, "\(name): bit \(bit)")
        }
    }

    @Test("of IPv4 headers are told from those of what they carry")
    func header() {
        let bytes = Self.version4.udp(Self.ports, payload: Self.payload)
        for place in [15, 18, 22, 24, 25, 26, 33] {
            var changed = bytes
            changed[place] ^= 0x20
            #expect(Self.fault(changed) == .wrongIPChecksum, "byte \(place)")
        }
    }

    /// RFC 768: zero says that the sender computed none. RFC 8200 section 8.1: in IPv6 it must.
    @Test("may be left out of UDP in IPv4, and not in IPv6")
    func absent() {
        var four = Self.version4.udp(Self.ports, payload: Self.payload)
        four.replaceSubrange(40...41, with: [0, 0])
        #expect(Self.fault(four) == nil)
        var six = Self.version6.udp(Self.ports, payload: Self.payload)
        six.replaceSubrange(60...61, with: [0, 0])
        #expect(Self.fault(six) == .wrongUDPChecksum)
    }

    @Test("say nothing of packets that are not there as a whole")
    func parts() {
        var builder = Self.version4
        builder.shortestFrame = 0
        var bytes = builder.tcp(Self.ports, TCPHeader(flags: .ack), payload: Self.payload)
        bytes[bytes.count - 1] ^= 1
        #expect(Self.fault(bytes) == .wrongTCPChecksum)
        #expect(Self.fault(Array(bytes.dropLast())) != .wrongTCPChecksum, "cut")
        #expect(Self.fault(Self.version4Packet(bytes) { ($0[6], $0[7]) = (0x20, 0) }) == nil, "a first fragment")
        #expect(Self.fault(Self.version4Packet(bytes) { ($0[2], $0[3]) = (0, 0) }) == nil, "left to the network card")
        #expect(Self.fault(bytes + [7, 7, 7]) == .wrongTCPChecksum, "the link's padding counts for nothing")
    }

    @Test("are those of the packet inside a tunnel, or of the one outside where it stays closed")
    func tunnel() {
        var inner = Array(Self.version4.udp(Self.ports, payload: Self.payload).dropFirst(14).prefix(33))
        inner[inner.count - 1] ^= 1
        let outer = Self.version4Packet(Frame.ethernet(0x0800, Frame.ipv4(4, inner))) { _ in }
        #expect(Self.fault(outer) == .wrongUDPChecksum)
        #expect(Self.fault(outer, tunnels: .none) == nil)
    }

    @Test("add up the same byte by byte and eight at a time", arguments: 0..<40)
    func sums(count: Int) {
        var random = SplitMix(seed: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        var (slow, fast) = (InternetChecksum(), InternetChecksum())
        slow.add(bytes)
        fast.add(bytes.span.bytes)
        #expect(slow.value == fast.value)
    }
}

extension ChecksumTests {
    private static func address(_ last: UInt64) -> IPAddress { IPAddress(high: 0x2001_0db8 << 32, low: last) }

    private static func packet(_ bytes: [UInt8], tunnels: TunnelDepth = .all) -> Packet {
        Packet(decoding: bytes.span.bytes, link: .ethernet, time: Timestamp(seconds: 0), tunnels: tunnels)
    }

    private static func fault(_ bytes: [UInt8], tunnels: TunnelDepth = .all) -> DecodingFault? {
        var packet = packet(bytes, tunnels: tunnels)
        packet.verifyChecksums(bytes.span.bytes)
        return packet.fault
    }

    /// Whether the packet still has its length, and a datagram its own and a checksum.
    private static func covers(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard packet(bytes).carriedProtocol == .udp else { return true }
        let length = Int(bytes[start + 4]) << 8 | Int(bytes[start + 5])
        return length == end - start && bytes[start + 6] | bytes[start + 7] != 0
    }

    /// A packet with a changed IPv4 header, whose checksum is right.
    private static func version4Packet(_ frame: [UInt8], _ change: (inout [UInt8]) -> Void) -> [UInt8] {
        var header = Array(frame[14..<34])
        change(&header)
        (header[10], header[11]) = (0, 0)
        var checksum = InternetChecksum()
        checksum.add(header)
        header.replace(at: 10, with: checksum.value)
        return frame[..<14] + header + frame[34...]
    }

    /// A datagram to `address(2)`, on its way to a stop before: RFC 8200 section 4.4, RFC 8754 section 2.
    private static func routed(type: UInt8) -> [UInt8] {
        let (last, other) = (address(2).bytes, address(8).bytes)
        let route: [UInt8] = [17, 4, type, 1, 0, 0, 0, 0] + (type == 4 ? last + other : other + last)
        return extended(43, route, to: address(9))
    }

    /// A datagram of `address(1)` from where it is: RFC 6275 section 6.3.
    private static func fromAway() -> [UInt8] {
        extended(60, [17, 2, 1, 2, 0, 0, 0xc9, 16] + address(1).bytes, from: address(9))
    }

    /// The datagram of ``version6``, between other addresses and behind an extension header.
    private static func extended(
        _ kind: UInt8, _ header: [UInt8], from: IPAddress = address(1), to: IPAddress = address(2)
    ) -> [UInt8] {
        let datagram = version6.udp(ports, payload: payload)[54..<67]
        let length = UInt8(header.count + datagram.count)
        return Frame.ethernet(0x86dd, [0x60, 0, 0, 0, 0, length, kind, 64] + from.bytes + to.bytes + header + datagram)
    }
}
