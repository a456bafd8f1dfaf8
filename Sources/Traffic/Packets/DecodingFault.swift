/// Why a packet could not be understood further.
public enum DecodingFault: String, Error, Hashable, Sendable, CaseIterable {
    /// The capture's link type is not one this library reads.
    case unsupportedLink = "unsupported link type"
    /// The packet ends within the link's header.
    case shortLinkHeader = "packet ends within the link header"
    /// The packet ends within a VLAN tag.
    case shortVLANTag = "packet ends within a VLAN tag"
    /// The packet ends within an MPLS label.
    case shortMPLSLabel = "packet ends within an MPLS label"
    /// The packet ends within the PPP or PPPoE header.
    case shortPPPHeader = "packet ends within the PPP header"
    /// The packet ends within the IP header.
    case shortIPHeader = "packet ends within the IP header"
    /// The version number is not the one announced.
    case wrongIPVersion = "IP version is not the one announced"
    /// The IPv4 header length is below 20 bytes.
    case badIPHeaderLength = "IPv4 header length below 20 bytes"
    /// The IPv4 total length does not even cover the header.
    case badIPTotalLength = "IPv4 total length below the header length"
    /// The packet ends within an IPv6 extension header.
    case shortExtensionHeader = "packet ends within an IPv6 extension header"
    /// There are more IPv6 extension headers than any sensible packet has.
    case tooManyExtensionHeaders = "too many IPv6 extension headers"
    /// The packet ends within the TCP, UDP or ICMP header.
    case shortTransportHeader = "packet ends within the transport header"
    /// The TCP header length is below 20 bytes or beyond the segment.
    case badTCPHeaderLength = "TCP header length below 20 bytes or beyond the segment"
}

extension DecodingFault: CustomStringConvertible {
    /// The reason in words.
    public var description: String { rawValue }
}
