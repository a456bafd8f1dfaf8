/// What the link layer says of a packet.
///
/// Of a frame within a frame, as pseudo-wires carry them, the addresses are those of the outer one.
public struct LinkHeader: Hashable, Sendable {
    /// The VLANs the frame is in.
    public var vlans = VLANTags()
    private var storedSource: UInt64 = Self.absent
    private var storedDestination: UInt64 = Self.absent
    /// The kind of link.
    public var type: LinkType
    /// What the frame carries, after any VLAN tags; nil for links and frames that do not say.
    public var etherType: EtherType?

    /// A header that says no more than the kind of link.
    @inline(__always)
    public init(type: LinkType, etherType: EtherType? = nil) {
        self.type = type
        self.etherType = etherType
    }

    /// No address has this number. An optional address would take twice the room.
    private static let absent = UInt64.max
}

extension LinkHeader {
    /// The sender's hardware address on this link; nil for links that do not tell.
    public var source: HardwareAddress? {
        get { storedSource == Self.absent ? nil : HardwareAddress(rawValue: storedSource) }
        set { storedSource = newValue?.rawValue ?? Self.absent }
    }

    /// The receiver's hardware address on this link; nil for links that do not tell.
    public var destination: HardwareAddress? {
        get { storedDestination == Self.absent ? nil : HardwareAddress(rawValue: storedDestination) }
        set { storedDestination = newValue?.rawValue ?? Self.absent }
    }
}
