/// What the packets of one flow have in common: both ends, the protocol, the VLANs and the tunnel.
///
/// The two ends are put in order once, here, so that both directions have one key; who began is no part of it. The key
/// is six words without references, compared and hashed as such.
public struct FlowKey: Hashable, Sendable, BitwiseCopyable {
    let lowAddressHigh: UInt64
    let lowAddressLow: UInt64
    let highAddressHigh: UInt64
    let highAddressLow: UInt64
    /// From the top: the lower end's port, the higher end's port, and 32 bits of the tunnel.
    let ports: UInt64
    /// From the top: the protocol (8 bits), the tunnel's kind (4), whether the version is 6 (1), and VLAN tags (51).
    let traits: UInt64
}

extension FlowKey {
    /// The end with the lower address, or with the lower port where the addresses are equal.
    ///
    /// In a unidirectional view: the sender.
    public var low: FlowEndpoint {
        FlowEndpoint(address(lowAddressHigh, lowAddressLow), port: UInt16(truncatingIfNeeded: ports >> 48))
    }

    /// The other end.
    public var high: FlowEndpoint {
        FlowEndpoint(address(highAddressHigh, highAddressLow), port: UInt16(truncatingIfNeeded: ports >> 32))
    }

    /// What the packets carry.
    public var carriedProtocol: IPProtocol { IPProtocol(rawValue: UInt8(truncatingIfNeeded: traits >> 56)) }
    /// The version of the Internet Protocol.
    public var version: IPAddress.Version { traits & Self.versionSix == 0 ? .four : .six }
    /// The VLANs the packets are in; none where VLANs are not told apart.
    public var vlans: VLANTags { VLANTags(packed: traits & Self.vlanBits) }

    /// The kind of the innermost tunnel the packets are in; nil outside of any, and where tunnels are not told apart.
    public var tunnel: Tunnel.Kind? { Tunnel.Kind(rawValue: UInt8(truncatingIfNeeded: traits >> 52) & 0xf) }

    static let versionSix: UInt64 = 1 << 51
    private static let vlanBits: UInt64 = versionSix - 1

    private func address(_ high: UInt64, _ low: UInt64) -> IPAddress {
        version == .four ? IPAddress(UInt32(truncatingIfNeeded: low)) : IPAddress(high: high, low: low)
    }
}

extension FlowKey {
    /// The key's hash: four 64 by 64 bit multiplications, folded.
    ///
    /// The seed is in both factors of each: whoever knew one could make it zero, and with it the product, whatever the
    /// other, so that all addresses of one network collided under every seed.
    /// - Complexity: about five nanoseconds.
    @inline(__always)
    func hash(seed: UInt64) -> UInt32 {
        let other = seed &* 0x9e6c_63d0_876a_3f6b
        let first = Self.folded(
            lowAddressHigh ^ other ^ 0x9e37_79b9_7f4a_7c15, lowAddressLow ^ seed ^ 0xd1b5_4a32_d192_ed03)
        let second = Self.folded(
            highAddressHigh ^ other ^ 0xaef1_7502_108e_f2d9, highAddressLow ^ seed ^ 0x8cb9_2ba7_2f3d_8dd7)
        let third = Self.folded(ports ^ seed ^ 0xe703_7ed1_a0b4_28db, traits ^ other ^ 0xa076_1d64_78bd_642f)
        let mixed = Self.folded(first ^ third ^ 0x5851_f42d_4c95_7f2d, second ^ 0x2545_f491_4f6c_dd1d)
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }

    @inline(__always)
    private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
