/// The extension headers that may stand between an IP header and what it carries, RFC 8200 section 4.
///
/// Hop-by-hop options, routing, destination options, mobility, host identity and shim6 headers have a length in units
/// of eight bytes; the authentication header, the only one in IPv4, counts in fours; a fragment header is eight bytes
/// long. Encrypted payload (ESP) hides what follows, so decoding ends there.
enum IPExtensions {
    static let hopByHop = IPProtocol(rawValue: 0)
    static let routing = IPProtocol(rawValue: 43)
    static let destinationOptions = IPProtocol(rawValue: 60)
    /// The standard asks for each of the seven kinds at most once, and one of them twice.
    private static let mostHeaders = 16
    private static let shortestHeader = 8
    private static let fragment = IPProtocol(rawValue: 44)

    static func decode(_ bytes: RawSpan, _ layer: Layer, of version: IPAddress.Version, into packet: inout Packet) {
        guard var network = packet.network else { return }
        var rest = layer
        var seen = 0
        while isExtension(network.carriedProtocol, of: version) {
            let fault = seen < mostHeaders ? step(bytes, &rest, &network) : .tooManyExtensionHeaders
            seen += 1
            packet.network = network
            if let fault { return packet.fault = fault }
            if let fragment = network.fragment, fragment.offset > 0 { return }
        }
        packet.decode(bytes, rest, as: network.carriedProtocol)
    }

    @inline(__always)
    static func isExtension(_ number: IPProtocol, of version: IPAddress.Version) -> Bool {
        switch number.rawValue {
        case 51: true
        case 0, 43, 44, 60, 135, 139, 140: version == .six
        default: false
        }
    }

    /// Steps over one header, or says why not.
    private static func step(_ bytes: RawSpan, _ rest: inout Layer, _ network: inout IPHeader) -> DecodingFault? {
        guard rest.captured >= shortestHeader else { return rest.fault(within: .ipExtension, of: shortestHeader) }
        let header = bytes.extracting(rest.range)
        let length = length(of: network.carriedProtocol, units: Int(header.uint8(at: 1)))
        guard rest.captured >= length else { return rest.fault(within: .ipExtension, of: length) }
        if network.carriedProtocol == fragment { network.fragment = fragment(header.uint64(at: 0)) }
        network.carriedProtocol = IPProtocol(rawValue: header.uint8(at: 0))
        network.headerLength += length
        network.payloadLength -= length
        rest = rest.dropping(length)
        if network.fragment != nil { rest = rest.ofFragment }
        return nil
    }

    /// How long an extension header is, by the number in its second byte.
    static func length(of number: IPProtocol, units: Int) -> Int {
        switch number {
        case fragment: shortestHeader
        case .ah: (units + 2) * 4
        default: (units + 1) * 8
        }
    }

    /// An atomic fragment (RFC 6946) is a whole packet that merely carries the header.
    private static func fragment(_ header: UInt64) -> Fragment? {
        let part = header >> 32 & 0xffff
        let isAtomic = part & 0xfff9 == 0
        guard !isAtomic else { return nil }
        return Fragment(
            identification: UInt32(truncatingIfNeeded: header), offset: Int(part & 0xfff8), hasMore: part & 1 != 0)
    }
}
