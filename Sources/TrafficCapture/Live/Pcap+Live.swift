/// What this module knows of libpcap's live captures.
///
/// `LiveContractTests` compares all of it with the real header.
extension Pcap {
    /// What `pcap_activate` answers where no interface has the name.
    static let noSuchDevice: Int32 = -5
    /// What it answers without the right to capture.
    static let permissionDenied: Int32 = -8
    /// What it answers where the interface is not up.
    static let interfaceNotUp: Int32 = -9
    /// What it answers without the right to make the interface promiscuous.
    static let promiscuousDenied: Int32 = -11

    /// Where the fields of `struct pcap_stat` lie that are read; each is an unsigned number of 32 bits.
    enum Statistics {
        static let received = 0
        static let dropped = 4
        static let size = 12
    }

    /// Where the fields of `struct pcap_if` lie, and its flags.
    enum Interface {
        static let next = 0
        static let name = 8
        static let description = 16
        static let addresses = 24
        static let flags = 32
        static let loopback: UInt32 = 1
        static let up: UInt32 = 2
        static let running: UInt32 = 4
    }

    /// Where the fields of `struct pcap_addr` lie.
    enum Address {
        static let next = 0
        static let address = 8
    }
}

/// Called with the user's pointer, a record's header and its bytes; the latter two are valid during the call only.
typealias PcapHandler = @convention(c) (UnsafeMutableRawPointer?, UnsafeRawPointer?, UnsafeRawPointer?) -> Void

@_extern(c, "pcap_create")
func pcapCreate(_ interface: UnsafePointer<CChar>, _ errorBuffer: UnsafeMutablePointer<CChar>) -> OpaquePointer?

@_extern(c, "pcap_set_snaplen")
func pcapSetSnapLength(_ handle: OpaquePointer, _ bytes: Int32) -> Int32

@_extern(c, "pcap_set_promisc")
func pcapSetPromiscuous(_ handle: OpaquePointer, _ isPromiscuous: Int32) -> Int32

@_extern(c, "pcap_set_timeout")
func pcapSetTimeout(_ handle: OpaquePointer, _ milliseconds: Int32) -> Int32

@_extern(c, "pcap_set_buffer_size")
func pcapSetBufferSize(_ handle: OpaquePointer, _ bytes: Int32) -> Int32

@_extern(c, "pcap_set_tstamp_precision")
func pcapSetPrecision(_ handle: OpaquePointer, _ precision: Int32) -> Int32

@_extern(c, "pcap_set_protocol_linux")
func pcapSetProtocol(_ handle: OpaquePointer, _ etherType: Int32) -> Int32

@_extern(c, "pcap_activate")
func pcapActivate(_ handle: OpaquePointer) -> Int32

@_extern(c, "pcap_setnonblock")
func pcapSetNonBlocking(
    _ handle: OpaquePointer, _ isNonBlocking: Int32, _ errorBuffer: UnsafeMutablePointer<CChar>
) -> Int32

@_extern(c, "pcap_setfilter")
func pcapSetFilter(_ handle: OpaquePointer, _ program: UnsafeMutableRawPointer) -> Int32

@_extern(c, "pcap_get_selectable_fd")
func pcapDescriptor(_ handle: OpaquePointer) -> Int32

@_extern(c, "pcap_dispatch")
func pcapDispatch(
    _ handle: OpaquePointer, _ count: Int32, _ handler: PcapHandler, _ user: UnsafeMutableRawPointer?
) -> Int32

@_extern(c, "pcap_breakloop")
func pcapBreak(_ handle: OpaquePointer)

@_extern(c, "pcap_stats")
func pcapStatistics(_ handle: OpaquePointer, _ statistics: UnsafeMutableRawPointer) -> Int32

@_extern(c, "pcap_lookupnet")
func pcapLookUpNetwork(
    _ interface: UnsafePointer<CChar>, _ network: UnsafeMutablePointer<UInt32>, _ mask: UnsafeMutablePointer<UInt32>,
    _ errorBuffer: UnsafeMutablePointer<CChar>
) -> Int32

@_extern(c, "pcap_statustostr")
func pcapStatusText(_ status: Int32) -> UnsafePointer<CChar>?

@_extern(c, "pcap_findalldevs")
func pcapFindInterfaces(
    _ first: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ errorBuffer: UnsafeMutablePointer<CChar>
) -> Int32

@_extern(c, "pcap_freealldevs")
func pcapFreeInterfaces(_ first: UnsafeMutableRawPointer?)
