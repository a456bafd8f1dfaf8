/// What this module knows of libpcap: its constants here, the functions it calls below, and nothing else of C.
///
/// They are declared here instead of imported from libpcap's header because an imported C module becomes a condition
/// for everybody who imports this one: every notebook cell would need libpcap's module map, and would parse its
/// header. `PcapContractTests` compares each declaration, and the layout read by `Pcap.Record`, with the real header.
///
/// Invariant: the pointers that `next` yields are valid until the following call on the same handle, and no longer.
enum Pcap {
    /// Asks for time stamps in nanoseconds, whatever the file holds.
    static let nanosecondPrecision: UInt32 = 1
    /// The size of the buffer for messages of a failed opening.
    static let errorBufferSize = 256
    /// What `next` answers when it read a packet.
    static let gotPacket: Int32 = 1
    /// What `next` answers at the end of the file.
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

@_extern(c, "pcap_fopen_offline_with_tstamp_precision")
func pcapOpen(
    _ file: OpaquePointer, _ precision: UInt32, _ errorBuffer: UnsafeMutablePointer<CChar>
) -> OpaquePointer?

@_extern(c, "pcap_next_ex")
func pcapNext(
    _ handle: OpaquePointer, _ record: UnsafeMutablePointer<UnsafeRawPointer?>,
    _ bytes: UnsafeMutablePointer<UnsafeRawPointer?>
) -> Int32

@_extern(c, "pcap_datalink")
func pcapLinkType(_ handle: OpaquePointer) -> Int32

@_extern(c, "pcap_datalink_val_to_name")
func pcapLinkTypeName(_ linkType: Int32) -> UnsafePointer<CChar>?

@_extern(c, "pcap_geterr")
func pcapErrorMessage(_ handle: OpaquePointer) -> UnsafePointer<CChar>?

@_extern(c, "pcap_close")
func pcapClose(_ handle: OpaquePointer)
