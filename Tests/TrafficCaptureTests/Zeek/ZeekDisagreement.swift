/// Where the reference meter does not say what Zeek says, and why.
struct ZeekDisagreement {
    let log: String
    /// The lines of Zeek for which we have none.
    let theirs: Set<String>
    /// Our lines for which Zeek has none.
    let ours: Set<String>
    let reason: String

    static let known = [
        ZeekDisagreement(
            log: "Teredo.pcap__core.tunnels.teredo.conn.log",
            theirs: [
                "udp 192.168.2.16 1920 192.168.2.1 53 SF Dd [2, 122, 2, 494] [66, 438]",
                "udp 192.168.2.16 1920 192.168.2.1 53 SF Dd [3, 207, 3, 682] [123, 598]",
            ],
            ours: ["udp 192.168.2.16 1920 192.168.2.1 53 SF Dd [5, 329, 5, 1176] [189, 1036]"],
            reason: "Zeek ends a DNS conversation after 10 seconds of silence, this meter any UDP after 60"),
        ZeekDisagreement(
            log: "gtp1.pcap__core.tunnels.gtp.outer_ip_frag.conn.log",
            theirs: ["udp 239.114.155.111 2152 63.94.149.181 2152 SF Dd [27, 4176, 41, 54070] [3420, 52922]"],
            ours: ["udp 239.114.155.111 2152 63.94.149.181 2152 SF Dd [27, 4160, 45, 59510] [3404, 58250]"],
            reason: "Zeek puts fragments of IP together first"),
        ZeekDisagreement(
            log: "gtp2_different_udp_port.pcap__core.tunnels.gtp.different_dl_and_ul.conn.log",
            theirs: ["udp 207.233.125.40 2152 167.55.105.244 2152 S0 D [49, 67160, 0, 0] [65788, 0]"],
            ours: ["udp 207.233.125.40 2152 167.55.105.244 2152 S0 D [49, 66488, 0, 0] [65116, 0]"],
            reason: "Zeek puts fragments of IP together first"),
    ]
}
