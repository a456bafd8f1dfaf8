/// Writes frames as a sender would: Ethernet, IP of either version, and TCP, UDP or ICMP, with all lengths and
/// checksums as they should be.
///
///     let builder = FrameBuilder(from: IPAddress(192, 0, 2, 1), to: IPAddress(192, 0, 2, 53))
///     let bytes = builder.udp(Ports(source: 40000, destination: 53), payload: query)
///     Packet(decoding: bytes.span.bytes, link: .ethernet, time: time).destinationPort     // 53
///
/// What is decoded from a frame is what it was built from. IPv4 packets are whole and may not be fragmented, so they
/// need no identification and have zero there (RFC 6864).
public struct FrameBuilder: Hashable, Sendable {
    /// The sender's address.
    public let source: IPAddress
    /// The receiver's address, of the same version.
    public let destination: IPAddress
    /// The sender's hardware address.
    public var sourceHardware = HardwareAddress(rawValue: 0x0200_0000_0001)
    /// The receiver's hardware address.
    public var destinationHardware = HardwareAddress(rawValue: 0x0200_0000_0002)
    /// How many routers may pass the packet on.
    public var hopLimit: UInt8 = 64
    /// Shorter frames are filled up with zeros: Ethernet carries no less than 60 bytes beside its check sequence, which
    /// captures leave out (IEEE 802.3). Captures on the sending machine itself show frames before they are filled up.
    public var shortestFrame = 60

    /// Frames from one host to another; both addresses are of one version.
    public init(from source: IPAddress, to destination: IPAddress) {
        demand(
            source.version == destination.version,
            "FrameBuilder: \(source) and \(destination) are of different versions; give two addresses of one version")
        self.source = source
        self.destination = destination
    }

    /// Frames the other way.
    public var reversed: FrameBuilder {
        var other = FrameBuilder(from: destination, to: source)
        (other.sourceHardware, other.destinationHardware) = (destinationHardware, sourceHardware)
        (other.hopLimit, other.shortestFrame) = (hopLimit, shortestFrame)
        return other
    }
}

extension FrameBuilder {
    /// A frame with a TCP segment; the header's length is that of its options.
    public func tcp(_ ports: Ports, _ header: TCPHeader, payload: [UInt8] = []) -> [UInt8] {
        frame(.tcp, checksumAt: 16, header.bytes(ports) + payload)
    }

    /// A frame with a UDP datagram.
    public func udp(_ ports: Ports, payload: [UInt8] = []) -> [UInt8] {
        var datagram: [UInt8] = []
        datagram.append(ports.source)
        datagram.append(ports.destination)
        datagram.append(UInt16(clamping: UDP.headerLength + payload.count))
        datagram.append(UInt16(0))
        return frame(.udp, checksumAt: 6, datagram + payload)
    }

    /// A frame with a control message: ICMP in IPv4, ICMPv6 in IPv6.
    ///
    /// Where the header has no echo, its last four bytes are zero.
    public func icmp(_ header: ICMPHeader, payload: [UInt8] = []) -> [UInt8] {
        var message = [header.type, header.code, 0, 0]
        message.append(header.echo?.identifier ?? 0)
        message.append(header.echo?.sequenceNumber ?? 0)
        return frame(source.version == .four ? .icmp : .icmpv6, checksumAt: 2, message + payload)
    }
}
