/// The ports on which servers are likely to be found: those for which Zeek has an analyzer, its `likely_server_ports`.
enum ServerPorts {
    /// Whether a TCP port is likely a server's.
    static func tcp(_ port: UInt16) -> Bool {
        switch port {
        case 21, 22, 25, 53, 79, 80, 81, 88, 135, 139, 143, 389, 443, 445, 465, 502, 514, 563, 585, 587, 614, 631, 636,
            989, 990, 992, 993, 995, 1080, 1434, 1883, 2811, 3128, 3268, 3306, 3389, 5222, 5223, 5269, 5432, 6379,
            6666...6669, 8000, 8080, 8888, 20000:
            true
        default: false
        }
    }

    /// Whether a UDP port is likely a server's.
    static func udp(_ port: UInt16) -> Bool {
        switch port {
        case 53, 67, 88, 123, 137, 161, 162, 389, 443, 514, 1812, 2123, 2152, 3389, 3544, 4011, 4754, 4789, 5060, 5072,
            5353, 5355, 6081, 20000:
            true
        default: false
        }
    }
}
