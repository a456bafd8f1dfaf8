/// The Transmission Control Protocol, RFC 9293.
enum TCP {
    static let shortestHeader = 20

    @inline(__always)
    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= shortestHeader else {
            return packet.stop(bytes, layer, within: .tcp, of: shortestHeader)
        }
        let segment = bytes.extracting(layer.range)
        packet.ports = Ports(segment.uint32(at: 0))
        let word = segment.uint32(at: 12)
        let length = Int(word >> 28) * 4
        let (sequence, acknowledgement) = (segment.uint32(at: 4), segment.uint32(at: 8))
        guard length >= shortestHeader, length <= packet.network?.payloadLength ?? 0 else {
            return packet.fault = .badTCPHeaderLength
        }
        let (options, fault) = options(bytes, layer, headerLength: length)
        if let fault { packet.fault = fault }
        packet.transport = .tcp(
            TCPHeader(
                sequence: sequence, acknowledgement: acknowledgement, lengthFlagsWindow: word, options: options))
    }

    /// Where the IP header promises more than its frame holds, options may be missing though the header's length is
    /// sound.
    @inline(__always)
    private static func options(
        _ bytes: RawSpan, _ layer: Layer, headerLength: Int
    ) -> (TCPOptions, DecodingFault?) {
        guard headerLength > shortestHeader else { return (TCPOptions(), nil) }
        let (options, fault) = TCPOptions.decode(bytes, layer.first(headerLength).dropping(shortestHeader))
        return (options, headerLength > layer.length ? .short(.tcpOptions) : fault)
    }
}

extension Packet {
    /// Stops within the header of a protocol that begins with ports, which are kept if they are there.
    @inline(never)
    mutating func stop(_ bytes: RawSpan, _ layer: Layer, within header: DecodingFault.Header, of count: Int) {
        if layer.captured >= 4 { ports = Ports(bytes.extracting(layer.range).uint32(at: 0)) }
        fault = layer.fault(within: header, of: count)
    }
}
