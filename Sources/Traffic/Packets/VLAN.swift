/// VLAN tags, IEEE 802.1Q and 802.1ad: four bytes between the hardware addresses and the type, any number of times.
enum VLAN {
    static let tagLength = 4

    /// Steps over all tags at once: a frame that is nothing but tags must not nest one call for each.
    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        var offset = 0
        while true {
            guard let tag = bytes.integer(at: offset, as: UInt32.self) else {
                packet.fault = .shortVLANTag
                return
            }
            packet.link.vlans.append(UInt16(truncatingIfNeeded: tag >> 16) & 0xfff)
            let inner = EtherType(rawValue: UInt16(truncatingIfNeeded: tag))
            offset += tagLength
            guard inner.isVLANTag else { return packet.decode(bytes.extracting(droppingFirst: offset), as: inner) }
        }
    }
}
