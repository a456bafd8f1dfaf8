import Traffic
import TrafficCapture

/// A filter expression and a frame: bytes up to 0xff choose words of the language, what follows them is the frame.
///
/// Words rather than letters, since a name that is no word of the language would be looked up in the network.
enum FilterTarget {
    private static let words = [
        "", "and", "or", "not", "(", ")", "tcp", "udp", "icmp", "icmp6", "ip", "ip6", "arp", "ether", "[", "]", ":",
        "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "=", "!=", "<", ">", "<=", ">=", "!", "&&", "||", "len",
        "0", "1", "2", "4", "12", "13", "53", "65535", "65536", "0xffffffff", "4294967296", "host 192.0.2.1",
        "net 192.0.2.0/24", "host 2001:db8::1", "net 2001:db8::/32", "ether src 02:00:00:00:00:01", "port 53",
        "src port 80", "portrange 1-2", "net 10.0.0.0 mask 255.0.0.0", "less", "greater", "broadcast", "multicast",
        "vlan", "mpls", "pppoes", "geneve", "protochain", "proto \\tcp", "ip proto", "tcp-syn", "tcpflags", "icmptype",
        "inbound", "outbound", "llc", "type data", "wlan addr1 02:00:00:00:00:01", "iso", "stp", "lat", "vpi",
    ]
    private static let longest = 40

    static func run(_ input: RawSpan) throws {
        var tape = Tape(input)
        let link = LinkType.supported[Int(tape.byte()) % LinkType.supported.count]
        let expression = expression(&tape)
        let frame = tape.bytes(.max / 2)
        do {
            let filter = try PacketFilter(expression, for: link)
            let first = filter.matches(frame.span.bytes)
            try hold(filter.matches(frame.span.bytes) == first, "\(expression) decides alike")
        } catch let error as PacketFilterError {
            try hold(!error.description.isEmpty, "an error has words")
        }
    }

    private static func expression(_ tape: inout Tape) -> String {
        var chosen: [String] = []
        while !tape.isAtEnd, chosen.count < longest {
            let byte = tape.byte()
            if byte == 0xff { break }
            chosen.append(words[Int(byte) % words.count])
        }
        return chosen.joined(separator: " ")
    }
}
