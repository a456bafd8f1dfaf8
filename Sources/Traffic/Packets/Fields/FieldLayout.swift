/// The fields of a header whose places are fixed, as its standard draws them.
enum FieldLayout {
    /// How the bytes of a field are told.
    enum Kind {
        /// A number in decimal digits.
        case number
        /// A number in hexadecimal digits.
        case bits
        /// The two numbers that share IPv4's first byte: a version, and a length in words of four bytes.
        case versionAndLength
        /// A length in words of four bytes, in the upper half of a byte.
        case length
        /// The control bits of TCP.
        case flags
        /// A hardware address.
        case hardware
        /// An IP address.
        case address
    }

    /// A field's name, how many bytes it has, and how they are told.
    typealias Entry = (name: String, count: Int, kind: Kind)

    /// IEEE 802.3, without tags.
    static let ethernet: [Entry] = [("Destination", 6, .hardware), ("Source", 6, .hardware), ("Type", 2, .bits)]

    /// RFC 791 section 3.1; the second byte as RFC 2474 has it.
    static let version4: [Entry] = [
        ("Version, header length", 1, .versionAndLength), ("Traffic class", 1, .bits), ("Total length", 2, .number),
        ("Identification", 2, .bits), ("Flags, fragment offset", 2, .bits), ("Time to live", 1, .number),
        ("Protocol", 1, .number), ("Header checksum", 2, .bits), ("Source", 4, .address), ("Destination", 4, .address),
    ]

    /// RFC 8200 section 3.
    static let version6: [Entry] = [
        ("Version, traffic class, flow label", 4, .bits), ("Payload length", 2, .number), ("Next header", 1, .number),
        ("Hop limit", 1, .number), ("Source", 16, .address), ("Destination", 16, .address),
    ]

    /// RFC 9293 section 3.1.
    static let tcp: [Entry] = [
        ("Source port", 2, .number), ("Destination port", 2, .number), ("Sequence number", 4, .number),
        ("Acknowledgement number", 4, .number), ("Header length", 1, .length), ("Flags", 1, .flags),
        ("Window", 2, .number), ("Checksum", 2, .bits), ("Urgent pointer", 2, .number),
    ]

    /// RFC 768.
    static let udp: [Entry] = [
        ("Source port", 2, .number), ("Destination port", 2, .number), ("Length", 2, .number), ("Checksum", 2, .bits),
    ]

    /// RFC 792 and RFC 4443.
    static let icmp: [Entry] = [
        ("Type", 1, .number), ("Code", 1, .number), ("Checksum", 2, .bits), ("Rest of header", 4, .bits),
    ]

    /// What SCTP and DCCP have in common.
    static let ports: [Entry] = [("Source port", 2, .number), ("Destination port", 2, .number)]

    /// The fields that the header of what IP carries begins with.
    static func layout(of transport: TransportHeader) -> [Entry] {
        switch transport {
        case .tcp: tcp
        case .udp: udp
        case .icmp: icmp
        case .igmp: []
        case .sctp, .dccp: ports
        }
    }
}
