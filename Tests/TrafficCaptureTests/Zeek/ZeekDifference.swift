/// Lines of a log for which there is one flow here that says something else.
///
/// Why, ``Comparison/zeek`` tells capture by capture.
struct ZeekDifference: Sendable {
    let theirs: [ZeekConnection]
    let ours: ZeekConnection

    /// All that are known, by capture.
    static let known: [String: [ZeekDifference]] = [
        "Teredo.pcap": teredo, "gtp1.pcap": gtp, "gtp2_different_udp_port.pcap": gtpFromTwoPorts,
        "ssh.client-side-half-duplex.pcap": halfOfSSH, "vxlan.pcap": [ping],
    ]
}

extension ZeekDifference {
    private static let teredo = [
        parted(
            "tcp 192.168.2.16 1576 75.126.130.163 80", into: [("SHR", "^fA"), ("OTH", "R")], as: ("RSTO", "^fAR"),
            packets: [[1, 40, 1, 40], [1, 40, 0, 0]], payload: [[0, 0], nil]),
        parted(
            "tcp 192.168.2.16 1577 75.126.203.78 80", into: [("SHR", "^fA"), ("SH", "Fa")], as: ("SF", "^fAFa"),
            packets: [[1, 40, 1, 40], [1, 40, 1, 40]], payload: [[0, 0], [0, 0]]),
        parted(
            "udp 192.168.2.16 1920 192.168.2.1 53", into: [("SF", "Dd"), ("SF", "Dd")], as: ("SF", "Dd"),
            packets: [[2, 122, 2, 494], [3, 207, 3, 682]], payload: [[66, 438], [123, 598]]),
    ]

    private static let halfOfSSH = [
        halfOfSSH(
            "tcp 192.168.1.79 51880 131.159.21.1 22", "DAF", packets: [[19, 3493, 0, 0], [6, 488, 0, 0]],
            payload: [[2493, 0], [176, 0]]),
        halfOfSSH(
            "tcp 192.168.2.1 57189 192.168.2.158 22", "DAF", packets: [[21, 5557, 0, 0], [17, 1684, 0, 0]],
            payload: [[4453, 0], [800, 0]]),
        halfOfSSH(
            "tcp 192.168.2.1 56594 192.168.2.158 22", "DAF", packets: [[13, 1116, 0, 0], [4, 260, 0, 0]],
            payload: [[428, 0], [52, 0]]),
        halfOfSSH(
            "tcp 192.168.2.1 56875 192.168.2.158 22", "ADF", packets: [[12, 1120, 0, 0], [7, 468, 0, 0]],
            payload: [[484, 0], [104, 0]]),
        halfOfSSH(
            "tcp 192.168.1.32 41164 128.2.10.238 22", "DAF", packets: [[20, 6383, 0, 0], [12, 1376, 0, 0]],
            payload: [[5335, 0], [752, 0]]),
    ]

    private static func halfOfSSH(
        _ ends: String, _ later: String, packets: [[Int]], payload: [[Int]?]
    ) -> ZeekDifference {
        parted(ends, into: [("S0", "SAD"), ("SH", later)], as: ("SH", "SADF"), packets: packets, payload: payload)
    }

    /// Connections of Zeek's that are one here: it has all packets and bytes of them.
    private static func parted(
        _ ends: String, into theirs: [(state: String, history: String)], as ours: (state: String, history: String),
        packets: [[Int]], payload: [[Int]?]
    ) -> ZeekDifference {
        let lines = theirs.indices.map {
            ZeekConnection(
                ends: ends, state: theirs[$0].state, history: theirs[$0].history, packets: packets[$0],
                payload: payload[$0])
        }
        let whole = ZeekConnection(
            ends: ends, state: ours.state, history: ours.history,
            packets: (0..<4).map { place in packets.reduce(0) { $0 + $1[place] } },
            payload: (0..<2).map { side in payload.reduce(0) { $0 + ($1?[side] ?? 0) } })
        return ZeekDifference(theirs: lines, ours: whole)
    }
}

extension ZeekDifference {
    /// Here the packets and bytes of IP are those that tshark counts without putting fragments together.
    private static let gtp = [
        ZeekDifference(
            theirs: [
                ZeekConnection(
                    ends: "udp 239.114.155.111 2152 63.94.149.181 2152", state: "SF", history: "Dd",
                    packets: [27, 4176, 41, 54070], payload: [3420, 52922])
            ],
            ours: ZeekConnection(
                ends: "udp 239.114.155.111 2152 63.94.149.181 2152", state: "SF", history: "Dd",
                packets: [28, 4196, 80, 60770], payload: [3420, 58810])),
        ZeekDifference(
            theirs: [
                ZeekConnection(
                    ends: "tcp 10.131.47.185 1923 79.101.110.141 80", state: "SF", history: "ShADadfgF",
                    packets: [27, 3204, 41, 52594], payload: [2100, 56702])
            ],
            ours: ZeekConnection(
                ends: "tcp 10.131.47.185 1923 79.101.110.141 80", state: "SF", history: "ShADadfF",
                packets: [27, 3204, 45, 58514], payload: [2100, 56702])),
    ]

    private static let gtpFromTwoPorts = [
        ZeekDifference(
            theirs: [
                ZeekConnection(
                    ends: "udp 207.233.125.40 2152 167.55.105.244 2152", state: "S0", history: "D",
                    packets: [49, 67160, 0, 0], payload: [65788, 0])
            ],
            ours: ZeekConnection(
                ends: "udp 207.233.125.40 2152 167.55.105.244 2152", state: "S0", history: "D",
                packets: [91, 68000, 0, 0], payload: [65788, 0])),
        crossing(
            "tcp 10.131.17.170 51803 173.199.115.168 80", state: "S3", history: ("ShADadXf", "ShADadf"),
            packets: [29, 2310, 49, 65396], payload: [1138, 63424]),
    ]

    private static let ping = crossing(
        "icmp 10.0.0.1 8 10.0.0.2 0", state: "OTH", history: ("X", ""), packets: [4, 336, 4, 336],
        payload: [224, 224])

    /// A connection whose tunnel changed, of which Zeek writes `X`.
    private static func crossing(
        _ ends: String, state: String, history: (theirs: String, ours: String), packets: [Int], payload: [Int]
    ) -> ZeekDifference {
        let lines = [history.theirs, history.ours].map {
            ZeekConnection(ends: ends, state: state, history: $0, packets: packets, payload: payload)
        }
        return ZeekDifference(theirs: [lines[0]], ours: lines[1])
    }
}
