/// What this module knows of libpcap's filter compiler and of the machine that runs its programs.
///
/// `LiveContractTests` compares all of it with the real header.
extension Pcap {
    /// The network mask of a capture whose network is not known.
    static let unknownNetworkMask: UInt32 = 0xffff_ffff

    /// Where the fields of `struct bpf_program` lie.
    enum Program {
        static let instructions = 8
        static let size = 16
        static let alignment = 8
    }
}

@_extern(c, "pcap_open_dead")
func pcapOpenDead(_ linkType: Int32, _ snapLength: Int32) -> OpaquePointer?

@_extern(c, "pcap_compile")
func pcapCompile(
    _ handle: OpaquePointer, _ program: UnsafeMutableRawPointer, _ expression: UnsafePointer<CChar>, _ optimize: Int32,
    _ networkMask: UInt32
) -> Int32

@_extern(c, "pcap_freecode")
func pcapFreeProgram(_ program: UnsafeMutableRawPointer)

@_extern(c, "bpf_filter")
func bpfFilter(
    _ instructions: UnsafeRawPointer?, _ bytes: UnsafeRawPointer, _ originalLength: UInt32, _ capturedLength: UInt32
) -> UInt32
