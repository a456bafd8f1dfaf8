/// The option that tells the length of a packet too long for the IPv6 header to say, RFC 2675.
///
/// It stands among the hop-by-hop options, which come first of all extension headers, beside a payload length of zero.
struct JumboPayload {
    /// The payload length the option tells; nil without a sound option.
    private(set) var length: Int?
    /// Whether there is an option that must not be believed.
    private(set) var isBad = false

    private static let kind: UInt8 = 0xc2
    private static let longestOrdinary = 0xffff

    /// Looks for the option where the header announces hop-by-hop options and `layer` is what follows it.
    init(_ bytes: RawSpan, _ layer: Layer, after next: IPProtocol, declared: Int) {
        guard next == IPExtensions.hopByHop, layer.captured >= 8 else { return }
        let header = bytes.extracting(layer.range)
        let options = layer.first((Int(header.uint8(at: 1)) + 1) * 8)
        var offset = 2
        while offset + 1 < options.captured {
            let kind = header.uint8(at: offset)
            let size = Int(header.uint8(at: offset + 1))
            if kind == Self.kind {
                read(header, offset, size, within: options.captured, declared: declared)
                return
            }
            offset += kind == 0 ? 1 : size + 2
        }
    }

    private mutating func read(_ header: RawSpan, _ offset: Int, _ size: Int, within end: Int, declared: Int) {
        guard size == 4, offset + 6 <= end else { return isBad = true }
        let told = Int(header.uint32(at: offset + 2))
        if declared == 0 && told > Self.longestOrdinary { length = told } else { isBad = true }
    }
}
