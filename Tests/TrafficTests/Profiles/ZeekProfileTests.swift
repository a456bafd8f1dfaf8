import Testing
import Traffic

@Suite("Flows as Zeek's conn.log tells them")
struct ZeekProfileTests {
    /// What Zeek's own logs say of hosts in its test traces, and the blocks of RFC 6890.
    static let addresses: [(address: String, isLocal: Bool)] = [
        ("192.168.2.16", true), ("10.0.0.1", true), ("172.28.2.3", true), ("172.32.0.1", false), ("127.0.0.1", true),
        ("224.0.0.251", true), ("224.2.127.254", false), ("141.142.220.118", false), ("1.1.1.1", false),
        ("100.64.0.1", true), ("100.128.0.1", false), ("169.254.1.1", true), ("255.255.255.255", true),
        ("fe80::ce05:eff:fe88:0", true), ("::", true), ("::1", true), ("::2", false), ("ff02::2", false),
        ("2001:0:4137:9e50:8000:f12a:b9c8:2815", true), ("2001:470:4867:99::21", false), ("2001:db8::1", true),
        ("fd00::1", true), ("2002:a00:1::1", true), ("2002:808:808::1", false), ("64:ff9b:1::1", true),
    ]

    @Test("know which addresses are not routed over the Internet", arguments: addresses)
    func local(address: String, isLocal: Bool) throws {
        let host = try #require(IPAddress(address))
        var packet = Packet(time: Timestamp(nanoseconds: 0), length: 60, link: LinkHeader(type: .ethernet))
        packet.network = IPHeader(from: host, to: host, carrying: .udp, payloadLength: 8)
        let flow = try #require([packet].flows().first)
        #expect(value("local_orig", flow) == .boolean(isLocal))
    }

    @Test("have Zeek's fields and types in its order")
    func header() {
        let text = String(decoding: ZeekEncoder(.zeek).encoded([]), as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(
            lines[6] == """
                #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\t\
                resp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts\torig_ip_bytes\t\
                resp_pkts\tresp_ip_bytes\ttunnel_parents\tip_proto
                """)
        #expect(
            lines[7] == """
                #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\t\
                count\tstring\tcount\tcount\tcount\tcount\tset[string]\tcount
                """)
    }

    @Test("the name of a flow is the same each time, and another for another flow")
    func names() {
        let first = Talk.withPauses.packets.flows()
        var later = Talk.withPauses
        for place in later.packets.indices { later.packets[place].time.nanoseconds += 1 }
        #expect(first.map { value("uid", $0) } == Talk.withPauses.packets.flows().map { value("uid", $0) })
        #expect(first.map { value("uid", $0) } != later.packets.flows().map { value("uid", $0) })
    }

    @Test("ten thousand flows have ten thousand names, each a C and letters and digits")
    func distinct() throws {
        let flows = (0..<10_000).map { number in
            var packet = Talk.withPauses.packets[0]
            packet.ports = Ports(source: UInt16(1000 + number % 100), destination: UInt16(number / 100))
            return packet
        }.flows()
        let names = flows.compactMap { flow -> String? in
            guard case .text(let name) = value("uid", flow) else { return nil }
            return name
        }
        #expect(Set(names).count == 10_000)
        #expect(names.allSatisfy { $0.wholeMatch(of: /C[0-9A-Za-z]{18}/) != nil })
    }

    @Test("a single packet has no duration, and no bytes")
    func single() throws {
        var talk = Talk()
        talk.ask(0, .syn)
        let flow = try #require(talk.packets.flows().first)
        for name in ["duration", "orig_bytes", "resp_bytes"] { #expect(value(name, flow) == .missing) }
    }

    private func value(_ name: String, _ flow: Flow) -> FieldValue? {
        Profile<Flow>.zeek.columns.first { $0.name == name }?.value(of: flow)
    }
}
