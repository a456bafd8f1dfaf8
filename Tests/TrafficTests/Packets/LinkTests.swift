import Testing
import Traffic

@Suite("links")
struct LinkTests {
    @Test("of every kind lead to the datagram", arguments: Frame.links.map(\.name))
    func links(name: String) throws {
        let frame = try #require(Frame.links.first { $0.name == name })
        let packet = Packet(frame.bytes, frame.link)
        #expect(packet.fault == nil && packet.source == Frame.client && packet.destination == Frame.server)
        #expect(packet.sourcePort == 5353 && packet.destinationPort == 53 && packet.payloadLength == 2)
        #expect(packet.payloadRange.map { Array(frame.bytes[$0]) } == [1, 2] && packet.ipLength == 30)
        #expect(packet.tunnel == nil && packet.link.type == frame.link)
    }

    @Test("all have a frame to be tried with")
    func complete() {
        #expect(Set(Frame.sound.map(\.link)) == Set(LinkType.supported))
    }

    @Test("tell the hardware addresses of Ethernet, which later frames inside do not replace")
    func ethernetAddresses() {
        let wire = Frame.ethernet(
            0x8847, Frame.label + [0, 0, 0, 0, 9] + Frame.ethernet(0x0800, Frame.datagram).dropFirst())
        for frame in [Frame.ethernet(0x0800, Frame.datagram), wire] {
            let link = Packet(frame).link
            #expect(link.destination?.description == "02:00:00:00:00:01")
            #expect(link.source?.description == "02:00:00:00:00:02")
        }
    }

    @Test(
        "of wireless networks tell them by direction",
        arguments: [
            (0x00 as UInt8, 2 as UInt8, 1 as UInt8), (0x01, 2, 3), (0x02, 3, 1), (0x03, 4, 3),
        ])
    func wirelessAddresses(direction: UInt8, source: UInt8, destination: UInt8) {
        let fourth: [UInt8] = direction == 3 ? [2, 0, 0, 0, 0, 4] : []
        let link = Packet(Frame.wireless([0x08, direction]) + fourth + Frame.snap + Frame.datagram, .ieee80211).link
        #expect(link.source == HardwareAddress("02:00:00:00:00:0\(source)"))
        #expect(link.destination == HardwareAddress("02:00:00:00:00:0\(destination)"))
    }

    @Test("of Linux's cooked captures tell the sender, where its address has six bytes")
    func cookedAddresses() {
        let address: [UInt8] = [2, 0, 0, 0, 0, 9, 0, 0]
        let first = Packet([0, 0, 0, 1, 0, 6] + address + [8, 0] + Frame.datagram, .linuxCooked)
        let second = Packet([8, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 6] + address + Frame.datagram, .linuxCooked2)
        let other = Packet([0, 0, 0, 1, 0, 0] + address + [8, 0] + Frame.datagram, .linuxCooked)
        #expect(first.link.source == HardwareAddress("02:00:00:00:00:09") && first.link.destination == nil)
        #expect(second.link.source == HardwareAddress("02:00:00:00:00:09"))
        #expect(other.link.source == nil && other.destinationPort == 53)
    }

    @Test(
        "without a packet in them stop without a fault",
        arguments: [
            (Frame.ethernet(0x88cc, [1, 2, 3]), LinkType.ethernet),
            (Frame.ethernet(0x0027, [0x42, 0x42, 3, 0]), .ethernet),
            (Frame.wireless([0x80, 0]), .ieee80211), (Frame.wireless([0x48, 1]), .ieee80211), ([0xd4, 0], .ieee80211),
            ([0xff, 3, 0xc0, 0x21, 1, 1, 0, 4], .ppp), ([0x0f, 0, 0x20, 0, 1, 2], .ciscoHDLC),
            ([7, 0, 0, 0, 1], .null),
        ])
    func otherTraffic(bytes: [UInt8], link: LinkType) {
        let packet = Packet(bytes, link)
        #expect(packet.fault == nil && packet.network == nil)
    }

    @Test("of address resolution show both parties")
    func addressResolution() throws {
        let sender: [UInt8] = [2, 0, 0, 0, 0, 2, 192, 0, 2, 1]
        let target: [UInt8] = [0, 0, 0, 0, 0, 0, 192, 0, 2, 9]
        let packet = Packet(Frame.ethernet(0x0806, [0, 1, 8, 0, 6, 4, 0, 1] + sender + target + [0, 0]))
        let message = try #require(packet.arp)
        #expect(message.isRequest && !message.isReply && message.sender.hardware == packet.link.source)
        #expect(message.sender.network == Frame.client && message.target.network == IPAddress(192, 0, 2, 9))
        #expect(packet.fault == nil && packet.transport == nil && packet.link.etherType == .arp)
    }
}

@Suite("hardware addresses")
struct HardwareAddressTests {
    @Test("are read and written", arguments: ["00:1b:21:0a:0b:0c", "ff:ff:ff:ff:ff:ff", "02:00:00:00:00:01"])
    func text(text: String) {
        #expect(HardwareAddress(text)?.description == text)
        #expect(HardwareAddress(text.uppercased().replacing(":", with: "-"))?.description == text)
    }

    @Test(
        "are not read from other text",
        arguments: ["", "1:2:3:4:5:6", "00:1b:21:0a:0b", "00:1b:21:0a:0b:0g", "+1:00:00:00:00:00"])
    func other(text: String) {
        #expect(HardwareAddress(text) == nil)
    }

    @Test("tell groups and local ones by the first byte")
    func kinds() throws {
        let multicast = try #require(HardwareAddress("01:00:5e:00:00:fb"))
        let local = try #require(HardwareAddress("02:00:00:00:00:01"))
        #expect(multicast.isMulticast && !multicast.isLocal && local.isLocal && !local.isMulticast)
        #expect(HardwareAddress.broadcast.isMulticast && multicast < local)
    }
}
