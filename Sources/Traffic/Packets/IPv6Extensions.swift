/// The extension headers that may stand between an IPv6 header and what it carries, RFC 8200 section 4.
///
/// Hop-by-hop options, routing, destination options, mobility, host identity and shim6 headers have a length in units
/// of eight bytes; the authentication header counts in fours; a fragment header is eight bytes long. Encrypted
/// payload (ESP) hides what follows, so decoding ends there.
enum IPv6Extensions {
    private static let mostHeaders = 64
    private static let fragment: UInt8 = 44
    private static let authentication: UInt8 = 51

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        guard var next = packet.network?.carriedProtocol.rawValue else { return }
        var offset = 0
        var seen = 0
        while isExtension(next) {
            guard seen < mostHeaders else { return packet.fault = .tooManyExtensionHeaders }
            guard let following = bytes.byte(at: offset), let length = length(of: next, bytes, at: offset),
                offset + length <= bytes.byteCount
            else { return packet.fault = .shortExtensionHeader }
            if next == fragment { packet.network?.fragment = fragment(bytes, at: offset) }
            offset += length
            next = following
            seen += 1
            packet.stepOverExtension(to: next, length: length)
            if let fragment = packet.network?.fragment, fragment.offset > 0 { return }
        }
        packet.decode(bytes.extracting(droppingFirst: offset), as: IPProtocol(rawValue: next))
    }

    private static func isExtension(_ number: UInt8) -> Bool {
        switch number {
        case 0, 43, fragment, authentication, 60, 135, 139, 140: true
        default: false
        }
    }

    private static func length(of number: UInt8, _ bytes: RawSpan, at offset: Int) -> Int? {
        guard let units = bytes.byte(at: offset + 1) else { return nil }
        return switch number {
        case fragment: 8
        case authentication: (Int(units) + 2) * 4
        default: (Int(units) + 1) * 8
        }
    }

    /// An atomic fragment (RFC 6946) is a whole packet that merely carries the header.
    private static func fragment(_ bytes: RawSpan, at offset: Int) -> Fragment? {
        guard let part = bytes.integer(at: offset + 2, as: UInt16.self),
            let identification = bytes.integer(at: offset + 4, as: UInt32.self)
        else { return nil }
        let isAtomic = part & 0xfff9 == 0
        guard !isAtomic else { return nil }
        return Fragment(identification: identification, offset: Int(part & 0xfff8), hasMore: part & 1 != 0)
    }
}

extension Packet {
    fileprivate mutating func stepOverExtension(to next: UInt8, length: Int) {
        network?.carriedProtocol = IPProtocol(rawValue: next)
        network?.headerLength += length
        network?.payloadLength -= length
    }
}
