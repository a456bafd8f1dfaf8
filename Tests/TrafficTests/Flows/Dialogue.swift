import Traffic

/// Packets made by hand: each line of a conversation says when, which way and what.
struct Dialogue {
    var client = IPAddress(192, 0, 2, 1)
    var server = IPAddress(198, 51, 100, 7)
    var clientPort: UInt16 = 40_000
    var serverPort: UInt16 = 443
    /// The least length of a frame, in bytes.
    var shortestFrame = 60

    /// A TCP segment with `payload` bytes, `milliseconds` after the epoch.
    func segment(
        at milliseconds: Int64, _ direction: FlowDirection = .forward, _ flags: TCPFlags = [.ack], payload: Int = 0,
        sequence: UInt32 = 0, acknowledgement: UInt32 = 0, header: Int = 20
    ) -> Packet {
        var packet = packet(at: milliseconds, direction, .tcp, length: header + payload)
        var segment = TCPHeader(flags: flags, sequenceNumber: sequence, acknowledgementNumber: acknowledgement)
        segment.length = header
        packet.transport = .tcp(segment)
        return packet
    }

    /// A TCP segment of the initiator.
    func segment(
        at milliseconds: Int64, _ flags: TCPFlags, payload: Int = 0, sequence: UInt32 = 0, acknowledgement: UInt32 = 0
    ) -> Packet {
        segment(
            at: milliseconds, .forward, flags, payload: payload, sequence: sequence, acknowledgement: acknowledgement)
    }

    /// A UDP datagram with `payload` bytes.
    func datagram(at milliseconds: Int64, _ direction: FlowDirection = .forward, payload: Int = 10) -> Packet {
        var packet = packet(at: milliseconds, direction, .udp, length: 8 + payload)
        packet.transport = .udp
        return packet
    }

    private func packet(
        at milliseconds: Int64, _ direction: FlowDirection, _ carried: IPProtocol, length: Int
    ) -> Packet {
        let isForward = direction == .forward
        let time = Timestamp(nanoseconds: milliseconds * 1_000_000)
        let headers = client.version == .four ? 34 : 54
        var packet = Packet(
            time: time, length: max(headers + length, shortestFrame),
            link: LinkHeader(type: .ethernet, etherType: .ipv4))
        packet.network = IPHeader(
            from: isForward ? client : server, to: isForward ? server : client, carrying: carried,
            payloadLength: length)
        packet.ports = Ports(
            source: isForward ? clientPort : serverPort, destination: isForward ? serverPort : clientPort)
        return packet
    }
}
