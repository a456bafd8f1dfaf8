/// A named stretch of a captured packet's bytes: one field of a header, or all that is carried.
public struct PacketField: Hashable, Sendable {
    /// What it is called, such as `Source port`.
    public let name: String
    /// The part of the packet it belongs to.
    public let part: Part
    /// Where its bytes are among those captured.
    public let range: Range<Int>
    /// What the bytes say, such as `443`; nil where there is no shorter way to say it.
    public let value: String?

    /// The parts of a packet, from the outside in.
    public enum Part: Hashable, Sendable {
        /// The header of the link.
        case link
        /// Whatever stands between the link's header and the innermost IP header: tunnels with all of their headers.
        case tunnel
        /// The IP header, its options and extension headers.
        case network(IPAddress.Version)
        /// The header of what IP carries.
        case transport(IPProtocol)
        /// What is carried.
        case payload
        /// What follows the packet in its frame: padding, and check sequences where they are captured.
        case trailer
    }
}

extension PacketField.Part: CustomStringConvertible {
    /// What the part is called: `Link`, `IPv4`, `TCP`, `Payload`.
    public var description: String {
        switch self {
        case .link: "Link"
        case .tunnel: "Tunnel"
        case .network(.four): "IPv4"
        case .network(.six): "IPv6"
        case .transport(let carried): carried.description
        case .payload: "Payload"
        case .trailer: "Trailer"
        }
    }
}
