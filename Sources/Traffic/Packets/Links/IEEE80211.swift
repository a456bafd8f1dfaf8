/// Data frames of wireless LAN, IEEE 802.11: two bytes of frame control, up to four addresses, then LLC.
///
/// Management and control frames carry no packets and stop without a fault. Frames that do carry something but hide
/// it (protected, aggregated, later parts of a divided one) name the reason.
enum IEEE80211 {
    private static let shortestHeader = 24
    private static let addressLength = 6
    private static let qualityLength = 2
    private static let highThroughputLength = 4

    static func decode(_ bytes: RawSpan, _ layer: Layer, isPadded: Bool = false, into packet: inout Packet) {
        guard layer.captured >= 2 else { return packet.fault = layer.fault(within: .link, of: shortestHeader) }
        let control = Control(bits: bytes.extracting(layer.range).uint16(at: 0))
        guard control.isData else { return }
        let length = headerLength(control)
        guard layer.captured >= length else { return packet.fault = layer.fault(within: .link, of: length) }
        readAddresses(bytes, layer, control, into: &packet)
        guard control.carriesData else { return }
        if let fault = obstacle(bytes, layer, control) { return packet.fault = fault }
        let padded = isPadded ? (length + 3) & ~3 : length
        guard layer.captured >= padded else { return packet.fault = layer.fault(within: .link, of: padded) }
        LLC.decode(bytes, layer.dropping(padded), into: &packet)
    }

    private static func headerLength(_ control: Control) -> Int {
        var length = shortestHeader
        if control.hasFourAddresses { length += addressLength }
        if control.hasQuality { length += qualityLength }
        if control.hasQuality && control.isOrdered { length += highThroughputLength }
        return length
    }

    /// Which address is the sender's and which the receiver's depends on whether a frame enters or leaves the network
    /// of access points.
    private static func readAddresses(
        _ bytes: RawSpan, _ layer: Layer, _ control: Control, into packet: inout Packet
    ) {
        let header = bytes.extracting(layer.range)
        let (first, second, third) = (
            header.uint64(at: 4) >> 16, header.uint64(at: 10) >> 16, header.uint64(at: 16) >> 16
        )
        // The fourth stands after the sequence number, at 24, and may be the last that was captured.
        let source = control.hasFourAddresses ? header.uint64(at: 22) : control.isFromNetwork ? third : second
        packet.link.source = HardwareAddress(rawValue: source)
        packet.link.destination = HardwareAddress(rawValue: control.isToNetwork ? third : first)
    }

    private static func obstacle(_ bytes: RawSpan, _ layer: Layer, _ control: Control) -> DecodingFault? {
        let header = bytes.extracting(layer.range)
        let isLaterPart = header.uint8(at: 22) & 0x0f != 0
        let quality = shortestHeader + (control.hasFourAddresses ? addressLength : 0)
        if control.isProtected { return .protectedFrame }
        if isLaterPart { return .laterFramePart }
        return control.hasQuality && header.uint8(at: quality) & 0x80 != 0 ? .aggregatedFrames : nil
    }
}

extension IEEE80211 {
    /// The two bytes with which a frame begins: kind and subkind, then flags.
    private struct Control {
        let bits: UInt16

        var isData: Bool { bits & 0x0f00 == 0x0800 }
        var carriesData: Bool { bits & 0x4000 == 0 }
        var hasQuality: Bool { bits & 0x8000 != 0 }
        var isToNetwork: Bool { bits & 0x01 != 0 }
        var isFromNetwork: Bool { bits & 0x02 != 0 }
        var isProtected: Bool { bits & 0x40 != 0 }
        var isOrdered: Bool { bits & 0x80 != 0 }
        var hasFourAddresses: Bool { isToNetwork && isFromNetwork }
    }
}
