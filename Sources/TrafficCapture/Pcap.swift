/// What this module knows of libpcap: its constants here, the functions it calls below, and nothing else of C.
///
/// They are declared here instead of imported from libpcap's header because an imported C module becomes a condition
/// for everybody who imports this one: every notebook cell would need libpcap's module map, and would parse its
/// header. `PcapContractTests` compares each declaration, and the layout read by `Pcap.Record`, with the real header.
enum Pcap {
    /// Asks for time stamps in nanoseconds.
    static let nanosecondPrecision: UInt32 = 1
    /// The size of the buffer for messages of a failed opening.
    static let errorBufferSize = 256
    /// What `pcap_dispatch` answers when it was asked to end.
    static let reachedEnd: Int32 = -2

    /// Where the fields of `struct pcap_pkthdr` lie.
    enum Record {
        static let seconds = 0
        static let fraction = 8
        static let capturedLength = 16
        static let originalLength = 20
        static let size = 24
    }
}

@_extern(c, "pcap_datalink")
func pcapLinkType(_ handle: OpaquePointer) -> Int32

@_extern(c, "pcap_geterr")
func pcapErrorMessage(_ handle: OpaquePointer) -> UnsafePointer<CChar>?

@_extern(c, "pcap_close")
func pcapClose(_ handle: OpaquePointer)
