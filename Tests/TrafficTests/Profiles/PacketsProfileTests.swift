import Testing
import Traffic

@Suite("Packets as a packet analyser tells them")
struct PacketsProfileTests {
    @Test("have seven columns, empty where a packet has nothing to say")
    func rows() {
        var segment = Talk()
        segment.ask(1500.25, .syn)
        let arp = Packet(time: Timestamp(nanoseconds: 1), length: 42, link: LinkHeader(type: .ethernet))
        var ping = Packet(time: Timestamp(seconds: 2, nanoseconds: 0), length: 98, link: LinkHeader(type: .ethernet))
        ping.network = IPHeader(from: Talk.client, to: Talk.server, carrying: .icmp, payloadLength: 64)
        let bytes = CSVEncoder(.packets).encoded(segment.packets + [arp, ping])
        #expect(
            String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init) == [
                "timestamp,src_ip,dst_ip,src_port,dst_port,protocol,length",
                "1.50025,192.0.2.1,198.51.100.7,40000,443,TCP,54",
                "0.000000001,,,,,,42",
                "2,192.0.2.1,198.51.100.7,,,1,98",
            ])
    }
}
