/// VLAN tags, IEEE 802.1Q and 802.1ad: four bytes between the hardware addresses and the type, any number of times.
enum VLAN {
    static let tagLength = 4

    /// Steps over all tags at once: a frame that is nothing but tags must not nest one call for each.
    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        var rest = layer
        while true {
            guard rest.captured >= tagLength else { return packet.fault = rest.fault(within: .vlanTag, of: tagLength) }
            let tag = bytes.extracting(rest.range).uint32(at: 0)
            packet.link.vlans.append(UInt16(truncatingIfNeeded: tag >> 16) & 0xfff)
            let inner = EtherType(rawValue: UInt16(truncatingIfNeeded: tag))
            rest = rest.dropping(tagLength)
            guard inner.isVLANTag else { return packet.decode(bytes, rest, as: inner) }
        }
    }
}
