/// A frame as its sender means it, before it has bytes.
///
/// Both what its headers say and its bytes are made of it; the one is what the other decodes to.
struct FrameSketch: Hashable, Sendable {
    /// What IP carries.
    enum Content: Hashable, Sendable {
        case tcp(TCPHeader)
        case udp
    }

    /// Seconds after the scenario's start.
    var seconds: Double
    var source: FlowEndpoint
    var destination: FlowEndpoint
    var hopLimit: UInt8
    var content: Content
    var payload = Payload()
    /// Which bytes of the payload the frame carries.
    var places = 0..<0
}

extension FrameSketch {
    /// The frame's bytes.
    var bytes: [UInt8] {
        var builder = FrameBuilder(from: source.address, to: destination.address)
        builder.sourceHardware = OfficeNetwork.hardware(of: source.address)
        builder.destinationHardware = OfficeNetwork.hardware(of: destination.address)
        builder.hopLimit = hopLimit
        return switch content {
        case .tcp(let header): builder.tcp(ports, header, payload: payload.bytes(places))
        case .udp: builder.udp(ports, payload: payload.bytes(places))
        }
    }

    /// What the frame's headers say, without its bytes.
    func packet(at time: Timestamp) -> Packet {
        let network = network
        let length = Ethernet.headerLength + network.headerLength + network.payloadLength
        var packet = Packet(time: time, length: max(length, Self.shortestFrame), link: link)
        packet.network = network
        packet.networkOffset = Ethernet.headerLength
        packet.ports = ports
        packet.transport =
            switch content {
            case .tcp(let header): .tcp(header)
            case .udp: .udp
            }
        return packet
    }

    private static let shortestFrame = 60

    private var ports: Ports { Ports(source: source.port, destination: destination.port) }

    private var link: LinkHeader {
        var link = LinkHeader(type: .ethernet, etherType: source.address.version == .four ? .ipv4 : .ipv6)
        link.source = OfficeNetwork.hardware(of: source.address)
        link.destination = OfficeNetwork.hardware(of: destination.address)
        return link
    }

    private var network: IPHeader {
        let (carried, header) =
            switch content {
            case .tcp(let header): (IPProtocol.tcp, header.length)
            case .udp: (IPProtocol.udp, UDP.headerLength)
            }
        var network = IPHeader(
            from: source.address, to: destination.address, carrying: carried, payloadLength: header + places.count)
        network.hopLimit = hopLimit
        return network
    }
}
