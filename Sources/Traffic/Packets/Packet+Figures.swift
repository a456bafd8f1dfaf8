extension Packet {
    /// The sender's address.
    public var source: IPAddress? { network?.source }
    /// The receiver's address.
    public var destination: IPAddress? { network?.destination }
    /// What IP carries, after any extension headers.
    public var carriedProtocol: IPProtocol? { network?.carriedProtocol }
    /// The sender's port.
    public var sourcePort: UInt16? { ports?.source }
    /// The receiver's port.
    public var destinationPort: UInt16? { ports?.destination }
    /// The control bits of a TCP segment; nil for anything else.
    public var tcpFlags: TCPFlags? {
        if case .tcp(let header) = transport { header.flags } else { nil }
    }

    /// How many bytes the IP packet has, header and payload, as its header says; nil for other traffic.
    ///
    /// Jumbograms have the length of their option. Where a sender left the length to its network card, the frame's
    /// length stands in.
    public var ipLength: Int? { network.map { $0.headerLength + $0.payloadLength } }

    /// How many bytes of payload the transport header promises; nil where there is no such header.
    ///
    /// Taken from the lengths in the headers, so neither a short capture nor link padding changes it.
    public var payloadLength: Int? {
        guard let network, let transport else { return nil }
        return max(network.payloadLength - transport.length, 0)
    }

    /// Where the transport payload begins among the captured bytes; nil where the capture ends before.
    ///
    /// A packet without payload has an offset too: the place where a payload would begin.
    public var payloadOffset: Int? {
        guard let networkOffset, let network, let transport else { return nil }
        let offset = networkOffset + network.headerLength + transport.length
        return offset <= capturedLength ? offset : nil
    }

    /// The places of the transport payload among the captured bytes, as far as it was captured, without link padding.
    ///
    ///     packet.payloadRange.map { bytes.extracting($0) }     // the payload itself
    public var payloadRange: Range<Int>? {
        guard let payloadOffset, let payloadLength else { return nil }
        return payloadOffset..<min(payloadOffset + payloadLength, capturedLength)
    }

    /// Whether the packet asks to open a TCP connection: SYN without ACK.
    ///
    /// Port entropy is best taken over such packets: where replies are captured too, a scan hides among them.
    public var opensConnection: Bool {
        tcpFlags.map { $0.contains(.syn) && !$0.contains(.ack) } ?? false
    }
}
