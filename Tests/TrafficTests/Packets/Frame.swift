import Traffic

/// Bytes of packets, put together layer by layer from the figures of the standards.
enum Frame {
    static let client = IPAddress(192, 0, 2, 1)
    static let server = IPAddress(198, 51, 100, 7)
    static let hardware: [UInt8] = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2]

    static func ethernet(_ type: UInt16, _ payload: [UInt8]) -> [UInt8] { hardware + wide(type) + payload }

    static func vlan(_ identifier: UInt16, _ type: UInt16, _ payload: [UInt8]) -> [UInt8] {
        wide(0x6000 | identifier) + wide(type) + payload
    }

    static func ipv4(_ carried: UInt8, _ payload: [UInt8], options: [UInt8] = [], part: UInt16 = 0) -> [UInt8] {
        let length = 20 + options.count
        let head: [UInt8] = [0x40 | UInt8(length / 4), 0] + wide(UInt16(length + payload.count)) + wide(0x1234)
        return head + wide(part) + [64, carried, 0, 0] + [192, 0, 2, 1, 198, 51, 100, 7] + options + payload
    }

    static func ipv6(_ next: UInt8, _ payload: [UInt8]) -> [UInt8] {
        let addresses = address(1) + address(2)
        return [0x60, 0, 0, 0] + wide(UInt16(truncatingIfNeeded: payload.count)) + [next, 64] + addresses + payload
    }

    static func tcp(_ flags: TCPFlags, options: [UInt8] = [], _ data: [UInt8] = []) -> [UInt8] {
        let offset = UInt8((20 + options.count) / 4) << 4
        return wide(40000) + wide(443) + [0, 0, 0, 7, 0, 0, 0, 9, offset, flags.rawValue] + wide(1024) + [0, 0, 0, 0]
            + options + data
    }

    static func udp(_ data: [UInt8] = []) -> [UInt8] {
        wide(5353) + wide(53) + wide(UInt16(8 + data.count)) + [0, 0] + data
    }

    static let ping: [UInt8] = [8, 0, 0, 0, 0, 1, 0, 1]

    /// A frame of every link type and protocol, sound from end to end.
    static let sound: [(name: String, link: LinkType, bytes: [UInt8])] = {
        let segment = ipv4(6, tcp(.syn, options: [2, 4, 5, 0xb4], [1, 2, 3]))
        let datagram = ipv6(17, udp([1, 2]))
        let extended = ipv6(0, [60, 0, 1, 4, 0, 0, 0, 0] + [17, 0, 1, 4, 0, 0, 0, 0] + udp())
        let session = [0x11, 0, 0, 1] + wide(UInt16(2 + segment.count))
        return [
            ("TCP over Ethernet", .ethernet, ethernet(0x0800, segment)),
            ("UDP over IPv6", .ethernet, ethernet(0x86dd, datagram)),
            ("two VLAN tags", .ethernet, ethernet(0x88a8, vlan(100, 0x8100, vlan(7, 0x0800, segment)))),
            ("extension headers", .ethernet, ethernet(0x86dd, extended)),
            ("ping with IP options", .ethernet, ethernet(0x0800, ipv4(1, ping, options: [1, 1, 1, 0]))),
            ("cooked", .linuxCooked, [UInt8](repeating: 0, count: 14) + wide(0x0800) + segment),
            ("cooked, version 2", .linuxCooked2, wide(0x86dd) + [UInt8](repeating: 0, count: 18) + datagram),
            ("loopback, little end first", .null, [2, 0, 0, 0] + segment),
            ("loopback, big end first", .loop, [0, 0, 0, 30] + datagram),
            ("raw IP", .raw, segment),
            ("raw IPv6", .ipv6, datagram),
            ("MPLS", .ethernet, ethernet(0x8847, [0, 0, 0x10, 64, 0, 0, 0x21, 64] + segment)),
            ("PPPoE", .ethernet, ethernet(0x8864, session + wide(0x0021) + segment)),
            ("PPP", .ppp, [0xff, 3] + wide(0x0057) + datagram),
        ]
            + links + tunnels
    }()

    static func wide(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xff)] }

    private static func address(_ last: UInt8) -> [UInt8] {
        [0x20, 0x01, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11) + [last]
    }
}

extension Packet {
    /// Decodes bytes that were captured at the epoch.
    init(
        _ bytes: [UInt8], _ link: LinkType = .ethernet, originalLength: Int? = nil, tunnels: TunnelDepth = .all
    ) {
        self.init(
            decoding: bytes.span.bytes, link: link, time: Timestamp(nanoseconds: 0), originalLength: originalLength,
            tunnels: tunnels)
    }
}
