/// One end of a flow: an address, and a port where the protocol has ports.
public struct FlowEndpoint: Hashable, Sendable {
    /// The host's address.
    public var address: IPAddress
    /// The port; zero where there is none.
    public var port: UInt16

    /// The end at `address`, on `port`.
    public init(_ address: IPAddress, port: UInt16) {
        self.address = address
        self.port = port
    }
}

extension FlowEndpoint: Comparable {
    /// By address, then by port.
    public static func < (left: FlowEndpoint, right: FlowEndpoint) -> Bool {
        (left.address, left.port) < (right.address, right.port)
    }
}

extension FlowEndpoint: CustomStringConvertible {
    /// The address and the port: `192.0.2.1:443`, `[2001:db8::1]:443`.
    public var description: String {
        address.version == .four ? "\(address):\(port)" : "[\(address)]:\(port)"
    }
}
