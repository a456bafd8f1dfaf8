/// Why a packet could not be understood further.
///
/// A packet whose bytes end early is told apart by who ended it: ``short(_:)`` is the packet itself, which no capture
/// can cure; ``cut(_:)`` is the capture, which a larger snap length cures.
public enum DecodingFault: Error, Hashable, Sendable {
    /// The packet ends within a header.
    case short(Header)
    /// The packet goes on, but its capture ends within a header: raise the snap length.
    case cut(Header)
    /// The capture's link type is not one this library reads.
    case unsupportedLink
    /// The IEEE 802.11 frame is protected: what it carries is encrypted.
    case protectedFrame
    /// The IEEE 802.11 frame holds several frames at once, of which none is taken for the packet.
    case aggregatedFrames
    /// The IEEE 802.11 frame is a later part of a larger one, whose first part says what it carries.
    case laterFramePart
    /// The version number is not the one announced.
    case wrongIPVersion
    /// The IPv4 header length is below 20 bytes.
    case badIPHeaderLength
    /// The IPv4 total length does not even cover the header.
    case badIPTotalLength
    /// The IP header promises more bytes than its frame has room for, though no later layer was found damaged.
    case longerThanFrame
    /// The jumbo payload option (RFC 2675) is malformed, needless, or stands beside an ordinary length.
    case badJumboOption
    /// There are more IPv6 extension headers than any sensible packet has.
    case tooManyExtensionHeaders
    /// The TCP header length is below 20 bytes or beyond the segment.
    case badTCPHeaderLength
    /// A TCP option is shorter than its kind allows, or reaches beyond the header.
    case badTCPOption
    /// The UDP length is below 8 bytes or beyond the IP packet.
    case badUDPLength
    /// The checksum of the IPv4 header is wrong. Told only where checksums were verified, as are the next three.
    case wrongIPChecksum
    /// The checksum of the TCP segment is wrong.
    case wrongTCPChecksum
    /// The checksum of the UDP datagram is wrong.
    case wrongUDPChecksum
    /// The checksum of the control message is wrong, either version of ICMP.
    case wrongICMPChecksum
}

extension DecodingFault {
    /// Whether the packet was damaged on its way, or not finished when it was captured: so nothing it says is to be
    /// believed.
    public var isWrongChecksum: Bool {
        switch self {
        case .wrongIPChecksum, .wrongTCPChecksum, .wrongUDPChecksum, .wrongICMPChecksum: true
        default: false
        }
    }
}

extension DecodingFault {
    /// The headers within which a packet can end.
    public enum Header: String, Hashable, Sendable, CaseIterable {
        /// The link's own header, or what a capturing system puts in its place.
        case link = "link header"
        /// A VLAN tag.
        case vlanTag = "VLAN tag"
        /// A label of Multiprotocol Label Switching.
        case mplsLabel = "MPLS label"
        /// The header of the Point-to-Point Protocol, or of PPP over Ethernet.
        case ppp = "PPP header"
        /// An address resolution message.
        case arp = "ARP message"
        /// The header of the Internet Protocol, either version.
        case ip = "IP header"
        /// An extension header of IPv6, or an authentication header.
        case ipExtension = "IP extension header"
        /// The fixed part of the TCP header.
        case tcp = "TCP header"
        /// The options of the TCP header.
        case tcpOptions = "TCP options"
        /// The header of UDP or UDP-Lite.
        case udp = "UDP header"
        /// The header of DCCP.
        case dccp = "DCCP header"
        /// The header of a control message, either version of ICMP.
        case icmp = "ICMP header"
        /// A group membership message.
        case igmp = "IGMP message"
        /// The header of SCTP.
        case sctp = "SCTP header"
        /// The header of a tunnel.
        case tunnel = "tunnel header"
    }
}

extension DecodingFault: CaseIterable {
    /// Every reason there is.
    public static let allCases: [DecodingFault] =
        Header.allCases.map(short) + Header.allCases.map(cut) + [
            unsupportedLink, protectedFrame, aggregatedFrames, laterFramePart, wrongIPVersion, badIPHeaderLength,
            badIPTotalLength, longerThanFrame, badJumboOption, tooManyExtensionHeaders, badTCPHeaderLength,
            badTCPOption, badUDPLength, wrongIPChecksum, wrongTCPChecksum, wrongUDPChecksum, wrongICMPChecksum,
        ]
}

extension DecodingFault: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .short(let header): "packet ends within the \(header.rawValue)"
        case .cut(let header): "cut by the snap length within the \(header.rawValue)"
        case .unsupportedLink: "unsupported link type"
        case .protectedFrame: "802.11 frame is encrypted"
        case .aggregatedFrames: "802.11 frame aggregates several frames"
        case .laterFramePart: "later part of a divided 802.11 frame"
        case .wrongIPVersion: "IP version is not the one announced"
        case .badIPHeaderLength: "IPv4 header length below 20 bytes"
        case .badIPTotalLength: "IPv4 total length below the header length"
        case .longerThanFrame: "IP length beyond the end of the frame"
        case .badJumboOption: "IPv6 jumbo payload option is malformed or out of place"
        case .tooManyExtensionHeaders: "too many IPv6 extension headers"
        case .badTCPHeaderLength: "TCP header length below 20 bytes or beyond the segment"
        case .badTCPOption: "TCP option too short or beyond the header"
        case .badUDPLength: "UDP length below 8 bytes or beyond the packet"
        case .wrongIPChecksum: "wrong IPv4 header checksum"
        case .wrongTCPChecksum: "wrong TCP checksum"
        case .wrongUDPChecksum: "wrong UDP checksum"
        case .wrongICMPChecksum: "wrong ICMP checksum"
        }
    }
}
