import Traffic

/// What happens to a meter.
enum MeterEvent {
    /// A packet, its bytes, and how often it comes.
    case packet(Packet, [UInt8], count: Int)
    case tick(Timestamp)
}

/// Makes packets and moments of bytes.
struct PacketSource {
    private var time: Int64 = 1_000_000_000_000_000_000
    private var sequence: UInt32 = 0

    mutating func next(_ tape: inout Tape) -> MeterEvent {
        let kind = tape.byte()
        advance(&tape)
        let now = Timestamp(nanoseconds: time)
        switch kind & 7 {
        case 0: return .tick(now)
        case 1: return frame(&tape, now)
        default: return .packet(packet(kind, &tape, now), tape.bytes(kind & 7 == 2 ? 8 : 0), count: count(kind, &tape))
        }
    }

    /// A packet that comes again does so a millisecond later.
    func repeated(_ packet: Packet, _ repetition: Int) -> Packet {
        var packet = packet
        packet.time = packet.time.advanced(by: .milliseconds(repetition))
        return packet
    }

    /// By a number and its power of ten, forward or back; or to a moment of its own.
    private mutating func advance(_ tape: inout Tape) {
        let step = tape.byte()
        guard step != 0xff else { return time = Int64(bitPattern: tape.number(8)) }
        let size = Int64(step & 0x0f) * (0..<Int64(step >> 4 & 7) * 2).reduce(1) { power, _ in power * 10 }
        time = step & 0x80 == 0 ? time &+ size &* 1000 : time &- size
    }

    /// Mostly few times: a packet that comes hundreds of times takes the time of as many others.
    private func count(_ kind: UInt8, _ tape: inout Tape) -> Int {
        guard kind & 0x80 != 0 else { return 1 }
        let byte = Int(tape.byte())
        return byte < 0xfc ? byte & 7 : (byte & 3) * 170
    }

    /// A whole frame, decoded.
    private func frame(_ tape: inout Tape, _ now: Timestamp) -> MeterEvent {
        let choice = tape.byte()
        let bytes = tape.bytes(Int(tape.byte()))
        let packet = Packet(
            decoding: bytes.span.bytes, link: LinkType.supported[Int(choice & 0x1f) % LinkType.supported.count],
            time: now, originalLength: bytes.count + (choice & 0x20 == 0 ? 0 : 70_000))
        return .packet(packet, bytes, count: 1)
    }

    private mutating func packet(_ kind: UInt8, _ tape: inout Tape, _ now: Timestamp) -> Packet {
        let (ends, length) = (tape.byte(), length(&tape))
        var packet = Packet(
            time: now, length: length + 54, capturedLength: 54, link: LinkHeader(type: .ethernet, etherType: .ipv4))
        let carried: IPProtocol = [.tcp, .tcp, .udp, .icmp, .sctp, .icmpv6][Int(kind & 7) - 2]
        let (low, high) = (address(ends & 3, kind), address(ends >> 2 & 3, kind))
        let isBack = ends & 0x80 != 0
        packet.network = IPHeader(
            from: isBack ? high : low, to: isBack ? low : high, carrying: carried, payloadLength: length)
        if carried != .icmp, carried != .icmpv6 {
            let ports: [UInt16] = [40_000, 443]
            packet.ports = Ports(
                source: ports[isBack ? 1 : 0] &+ UInt16(ends >> 4 & 7), destination: ports[isBack ? 0 : 1])
        }
        packet.transport = transport(carried, &tape)
        packet.networkOffset = 14
        if kind & 0x40 != 0 { divide(&packet, &tape) }
        return packet
    }

    /// Up to a few times 64 KiB, or as long as an announced length may be.
    private func length(_ tape: inout Tape) -> Int {
        let byte = Int(tape.byte())
        return byte < 0xf0 ? byte * 6 : (byte - 0xef) << 28
    }

    private func address(_ number: UInt8, _ kind: UInt8) -> IPAddress {
        guard kind & 8 == 0 else { return IPAddress(high: 0x2001_0db8 << 32, low: UInt64(number)) }
        return number == 3 ? IPAddress(255, 255, 255, 255) : IPAddress(192, 0, 2, number)
    }

    private mutating func transport(_ carried: IPProtocol, _ tape: inout Tape) -> TransportHeader? {
        switch carried {
        case .tcp:
            let (flags, move) = (TCPFlags(rawValue: tape.byte()), tape.byte())
            sequence = move == 0xff ? UInt32(tape.number(4)) : sequence &+ UInt32(move) &* 6
            return .tcp(
                TCPHeader(
                    flags: flags, sequenceNumber: sequence,
                    acknowledgementNumber: sequence &+ UInt32(tape.byte()) << 24,
                    window: flags.contains(.urg) ? 0 : 1024))
        case .udp: return .udp
        case .icmp, .icmpv6: return .icmp(ICMPHeader(type: tape.byte(), code: tape.byte()))
        default: return .sctp(SCTPHeader(verificationTag: 0))
        }
    }

    private func divide(_ packet: inout Packet, _ tape: inout Tape) {
        let part = tape.byte()
        packet.network?.fragment = Fragment(
            identification: UInt32(part & 3), offset: Int(part >> 3) * 64, hasMore: part & 4 != 0)
        guard part >> 3 != 0 else { return }
        (packet.ports, packet.transport) = (nil, nil)
    }
}
