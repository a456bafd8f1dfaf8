import CPcap
import Testing

@testable import TrafficCapture

@Suite("what we declare of libpcap is what its header declares")
struct PcapContractTests {
    @Test("the packet record has the layout that is read")
    func layout() {
        #expect(MemoryLayout<pcap_pkthdr>.size == Pcap.Record.size)
        #expect(MemoryLayout<pcap_pkthdr>.offset(of: \.ts.tv_sec) == Pcap.Record.seconds)
        #expect(MemoryLayout<pcap_pkthdr>.offset(of: \.ts.tv_usec) == Pcap.Record.fraction)
        #expect(MemoryLayout<pcap_pkthdr>.offset(of: \.caplen) == Pcap.Record.capturedLength)
        #expect(MemoryLayout<pcap_pkthdr>.offset(of: \.len) == Pcap.Record.originalLength)
        #expect(MemoryLayout.size(ofValue: pcap_pkthdr().ts.tv_sec) == MemoryLayout<Int>.size)
        #expect(MemoryLayout.size(ofValue: pcap_pkthdr().ts.tv_usec) == MemoryLayout<Int>.size)
    }

    @Test("the constants are the header's")
    func constants() {
        #expect(Pcap.nanosecondPrecision == UInt32(PCAP_TSTAMP_PRECISION_NANO))
        #expect(Pcap.errorBufferSize == Int(PCAP_ERRBUF_SIZE))
        #expect(Pcap.reachedEnd == PCAP_ERROR_BREAK)
    }

    @Test("the functions have the signatures that are called, or this does not compile")
    func signatures() {
        let _: (OpaquePointer?) -> Int32 = pcap_datalink
        let _: (OpaquePointer?) -> UnsafeMutablePointer<CChar>? = pcap_geterr
        let _: (OpaquePointer?) -> Void = pcap_close
    }
}
