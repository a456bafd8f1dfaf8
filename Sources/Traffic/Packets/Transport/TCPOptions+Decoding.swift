extension TCPOptions {
    private static let (end, padding): (UInt8, UInt8) = (0, 1)
    /// Twice padding, then the timestamps of ten bytes: what most segments of most connections have.
    private static let timestampsAlone: UInt32 = 0x0101_080a

    /// The options of `layer`; those before a damaged one are kept.
    @inline(__always)
    static func decode(_ bytes: RawSpan, _ layer: Layer) -> (TCPOptions, DecodingFault?) {
        if layer.length == 12, layer.captured == 12 {
            let options = bytes.extracting(layer.range)
            if options.uint32(at: 0) == timestampsAlone {
                return (TCPOptions(timestamp: options.uint32(at: 4), echo: options.uint32(at: 8)), nil)
            }
        }
        return decodeEach(bytes, layer)
    }

    @inline(never)
    private static func decodeEach(_ bytes: RawSpan, _ layer: Layer) -> (TCPOptions, DecodingFault?) {
        var options = TCPOptions()
        let fault = options.readAll(bytes, layer)
        return (options, fault)
    }

    private mutating func readAll(_ bytes: RawSpan, _ layer: Layer) -> DecodingFault? {
        let options = bytes.extracting(layer.range)
        var offset = 0
        while offset < layer.captured {
            let kind = options.uint8(at: offset)
            if kind == Self.end { return nil }
            if kind == Self.padding {
                offset += 1
                continue
            }
            guard offset + 1 < layer.captured else { break }
            let size = Int(options.uint8(at: offset + 1))
            guard size >= 2, offset + size <= layer.length else { return .badTCPOption }
            guard offset + size <= layer.captured else { break }
            guard read(options, kind, at: offset, size: size) else { return .badTCPOption }
            offset += size
        }
        if layer.captured < layer.length { return .cut(.tcpOptions) }
        return offset < layer.length ? .badTCPOption : nil
    }

    /// Reads one option; false where its size is not that of its kind.
    private mutating func read(_ options: RawSpan, _ kind: UInt8, at offset: Int, size: Int) -> Bool {
        switch (kind, size) {
        case (2, 4): maximumSegmentSize = options.uint16(at: offset + 2)
        case (3, 3): windowScale = options.uint8(at: offset + 2)
        case (4, 2): permitsSelectiveAcknowledgement = true
        case (8, 10): timestamps = (options.uint32(at: offset + 2), options.uint32(at: offset + 6))
        case (2...4, _), (8, _): return false
        default: break
        }
        return true
    }
}
