import Traffic

extension LinkType {
    /// The number that libpcap's functions want on Linux (`DLT_…`), where that in files (`LINKTYPE_…`) is another; raw IP
    /// has one more from OpenBSD. Source: libpcap's table in pcap-common.c.
    var inPrograms: Int32 {
        switch rawValue {
        case 14, 101: Self.raw.rawValue
        case 100: 11
        case 102: 15
        case 103: 16
        case 106: 19
        default: rawValue
        }
    }
}
