/// Messages of Linux's netfilter log: four bytes, of which the first is the address family, then attributes, one of
/// which holds the packet.
///
/// Lengths and kinds of attributes are in the capturing machine's byte order, which the message does not tell: the
/// order in which the first length is the smaller one is right, as no attribute before the packet is long.
enum NFLOG {
    static let headerLength = 4
    private static let attributeHeaderLength = 4
    private static let payload: UInt16 = 9

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .link, of: headerLength) }
        var rest = layer.dropping(headerLength)
        let isSwapped = isSwapped(bytes, rest)
        while rest.captured >= attributeHeaderLength {
            let header = bytes.extracting(rest.range)
            let (length, kind) = (header.uint16(at: 0), header.uint16(at: 2))
            let whole = Int(isSwapped ? length.byteSwapped : length)
            guard whole >= attributeHeaderLength else { return packet.fault = .short(.link) }
            if (isSwapped ? kind.byteSwapped : kind) == payload {
                return RawIP.decode(bytes, rest.first(whole).dropping(attributeHeaderLength), into: &packet)
            }
            let padded = (whole + 3) & ~3
            guard padded <= rest.captured else { return packet.fault = rest.fault(within: .link, of: padded) }
            rest = rest.dropping(padded)
        }
        if rest.length > 0 { packet.fault = rest.fault(within: .link, of: attributeHeaderLength) }
    }

    private static func isSwapped(_ bytes: RawSpan, _ layer: Layer) -> Bool {
        guard layer.captured >= 2 else { return false }
        let length = bytes.extracting(layer.range).uint16(at: 0)
        return length.byteSwapped < length
    }
}
