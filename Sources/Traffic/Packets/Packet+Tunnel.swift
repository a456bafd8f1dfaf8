/// What the header of a tunnel says it carries.
enum TunnelContents {
    case frame
    case etherType(EtherType)
    case ppp
    /// Either version, told by its first four bits.
    case ip
}

extension Packet {
    /// Opens a tunnel, of which `layer` is the contents: the packet inside takes the place of the one outside.
    ///
    /// What carries no IP, or is damaged before it gets there, leaves the packet outside as it is, with the reason.
    /// The link's header stays that of the link: VLANs inside a tunnel are part of the tunnel's key instead.
    mutating func open(_ bytes: RawSpan, _ layer: Layer, as contents: TunnelContents, _ tunnel: Tunnel) {
        guard layer.tunnels > 0 else { return }
        var inner = Packet(
            time: time, length: originalLength, capturedLength: capturedLength, link: LinkHeader(type: link.type))
        inner.tunnel = tunnel
        inner.decode(bytes, layer.inTunnel, as: contents)
        guard inner.network != nil else {
            if let damage = inner.fault { fault = damage }
            return
        }
        for identifier in inner.link.vlans { inner.tunnel?.mix(UInt32(identifier)) }
        inner.link = link
        self = inner
    }

    private mutating func decode(_ bytes: RawSpan, _ layer: Layer, as contents: TunnelContents) {
        switch contents {
        case .frame: Ethernet.decode(bytes, layer, into: &self)
        case .etherType(let type): decode(bytes, layer, as: type)
        case .ppp: PPP.decode(bytes, layer, into: &self)
        case .ip: RawIP.decode(bytes, layer, into: &self)
        }
    }
}
