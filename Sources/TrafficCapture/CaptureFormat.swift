/// The file formats of packet captures that are read here.
public enum CaptureFormat: String, Hashable, Sendable, CaseIterable {
    /// The format of libpcap and tcpdump (draft-ietf-opsawg-pcap).
    case pcap
    /// Its successor: several sections, interfaces and kinds of link in one file (draft-ietf-opsawg-pcapng).
    case pcapng
    /// The format of Solaris's snoop (RFC 1761).
    case snoop
}

extension CaptureFormat: CustomStringConvertible {
    /// The name of the format.
    public var description: String { rawValue }
}
