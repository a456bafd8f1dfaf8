public enum ConnectionState: String, Hashable, Sendable { case other = "OTH" }
public struct ConnectionHistory: Hashable, Sendable, CustomStringConvertible { public var description: String { "" } }
public struct Tunnel: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case ipInIP = 1, ipv6InIPv4, ipv4InIPv6, gre, pptp, erspan, teredo, vxlan, geneve, gtpU
    }
    public var identifier: UInt32
    public var kind: Kind
}
extension Flow {
    public var state: ConnectionState { .other }
    public var history: ConnectionHistory { ConnectionHistory() }
    public var tunnel: Tunnel? { nil }
}
extension DirectionStatistics {
    public var sequenceBytes: Int { payloadBytes }
    public var initialWindow: UInt16? { nil }
    public var windowScale: UInt8? { nil }
}
extension HardwareAddress: CustomStringConvertible { public var description: String { "00:00:00:00:00:00" } }
