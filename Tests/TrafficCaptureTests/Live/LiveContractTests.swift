import CPcap
import Testing

@testable import TrafficCapture

@Suite("what we declare of live captures and filters is what the headers declare")
struct LiveContractTests {
    typealias Handle = OpaquePointer?
    typealias Text = UnsafeMutablePointer<CChar>?
    typealias Words = UnsafePointer<CChar>?

    @Test("structures have the layouts that are read")
    func layouts() {
        #expect(MemoryLayout<pcap_stat>.size == Pcap.Statistics.size)
        #expect(MemoryLayout<pcap_stat>.offset(of: \.ps_recv) == Pcap.Statistics.received)
        #expect(MemoryLayout<pcap_stat>.offset(of: \.ps_drop) == Pcap.Statistics.dropped)
        #expect(MemoryLayout<pcap_if_t>.offset(of: \.next) == Pcap.Interface.next)
        #expect(MemoryLayout<pcap_if_t>.offset(of: \.name) == Pcap.Interface.name)
        #expect(MemoryLayout<pcap_if_t>.offset(of: \.description) == Pcap.Interface.description)
        #expect(MemoryLayout<pcap_if_t>.offset(of: \.addresses) == Pcap.Interface.addresses)
        #expect(MemoryLayout<pcap_if_t>.offset(of: \.flags) == Pcap.Interface.flags)
        #expect(MemoryLayout<pcap_addr_t>.offset(of: \.next) == Pcap.Address.next)
        #expect(MemoryLayout<pcap_addr_t>.offset(of: \.addr) == Pcap.Address.address)
        #expect(MemoryLayout<bpf_program>.size == Pcap.Program.size)
        #expect(MemoryLayout<bpf_program>.alignment == Pcap.Program.alignment)
        #expect(MemoryLayout<bpf_program>.offset(of: \.bf_insns) == Pcap.Program.instructions)
    }

    @Test("the constants are the header's")
    func constants() {
        #expect(Pcap.noSuchDevice == PCAP_ERROR_NO_SUCH_DEVICE)
        #expect(Pcap.permissionDenied == PCAP_ERROR_PERM_DENIED)
        #expect(Pcap.interfaceNotUp == PCAP_ERROR_IFACE_NOT_UP)
        #expect(Pcap.promiscuousDenied == PCAP_ERROR_PROMISC_PERM_DENIED)
        #expect(Pcap.Interface.loopback == UInt32(PCAP_IF_LOOPBACK))
        #expect(Pcap.Interface.up == UInt32(PCAP_IF_UP))
        #expect(Pcap.Interface.running == UInt32(PCAP_IF_RUNNING))
    }

    @Test("the kernel's structures and options are those the socket is spoken to with")
    func socket() {
        #expect(PacketSocket.Option.ignoreOutgoing == PACKET_IGNORE_OUTGOING)
        #expect(PacketSocket.Address.size == MemoryLayout<sockaddr_ll>.size)
        #expect(PacketSocket.Address.socketProtocol == MemoryLayout<sockaddr_ll>.offset(of: \.sll_protocol))
        #expect(InterfaceDrops.indexInAddress == MemoryLayout<sockaddr_ll>.offset(of: \.sll_ifindex))
        #expect(PacketSocket.Program.size == MemoryLayout<sock_fprog>.size)
        #expect(PacketSocket.Program.count == MemoryLayout<sock_fprog>.offset(of: \.len))
        #expect(PacketSocket.Program.instructions == MemoryLayout<sock_fprog>.offset(of: \.filter))
        #expect(PacketSocket.Program.instructionSize == MemoryLayout<sock_filter>.size)
        #expect(PacketSocket.Program.returnConstant == UInt16(BPF_RET | BPF_K))
    }

    @Test("the kernel counts the losses of interfaces where they are read")
    func losses() {
        typealias Statistics = rtnl_link_stats
        #expect(InterfaceDrops.Statistics.fifoErrors == MemoryLayout<Statistics>.offset(of: \.rx_fifo_errors))
        #expect(InterfaceDrops.Statistics.missedErrors == MemoryLayout<Statistics>.offset(of: \.rx_missed_errors))
        #expect(MemoryLayout.size(ofValue: Statistics().rx_fifo_errors) == MemoryLayout<UInt32>.size)
    }

    @Test("the functions have the signatures that are called, or this does not compile")
    func signatures() {
        let _: (Words, Text) -> Handle = pcap_create
        let _: (Handle, Int32) -> Int32 = pcap_set_snaplen
        let _: (Handle, Int32) -> Int32 = pcap_set_promisc
        let _: (Handle, Int32) -> Int32 = pcap_set_timeout
        let _: (Handle, Int32) -> Int32 = pcap_set_buffer_size
        let _: (Handle, Int32) -> Int32 = pcap_set_tstamp_precision
        let _: (Handle, Int32) -> Int32 = pcap_set_protocol_linux
        let _: (Handle) -> Int32 = pcap_activate
        let _: (Handle, Int32, Text) -> Int32 = pcap_setnonblock
        let _: (Handle, UnsafeMutablePointer<bpf_program>?) -> Int32 = pcap_setfilter
        let _: (Handle) -> Int32 = pcap_get_selectable_fd
        let _: (Handle, Int32, pcap_handler?, UnsafeMutablePointer<UInt8>?) -> Int32 = pcap_dispatch
        let _: (Handle) -> Void = pcap_breakloop
        let _: (Handle, UnsafeMutablePointer<pcap_stat>?) -> Int32 = pcap_stats
        let _: (Words, UnsafeMutablePointer<UInt32>?, UnsafeMutablePointer<UInt32>?, Text) -> Int32 = pcap_lookupnet
        let _: (Int32) -> Words = pcap_statustostr
        let _: (UnsafeMutablePointer<UnsafeMutablePointer<pcap_if_t>?>?, Text) -> Int32 = pcap_findalldevs
        let _: (UnsafeMutablePointer<pcap_if_t>?) -> Void = pcap_freealldevs
        let _: (Int32, Int32) -> Handle = pcap_open_dead
        let _: (Handle, UnsafeMutablePointer<bpf_program>?, Words, Int32, UInt32) -> Int32 = pcap_compile
        let _: (UnsafeMutablePointer<bpf_program>?) -> Void = pcap_freecode
        let _: (UnsafePointer<bpf_insn>?, UnsafePointer<UInt8>?, UInt32, UInt32) -> UInt32 = bpf_filter
        let _:
            @convention(c) (UnsafeMutablePointer<UInt8>?, UnsafePointer<pcap_pkthdr>?, UnsafePointer<UInt8>?) -> Void =
                { _, _, _ in }
    }
}
