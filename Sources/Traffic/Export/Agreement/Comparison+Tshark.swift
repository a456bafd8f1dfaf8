extension Comparison {
    /// The headers of every packet, as tshark tells them.
    static let tsharkFields = Comparison(
        subject: "tshark 4.0.17: packets, field by field",
        account: """
            Every packet of 115 captures, 273,782 in all: the frame's length and captured length, VLANs, both innermost \
            addresses, the hop limit, the IP length, the place of a fragment, the protocol (of IPv4), ports, TCP flags, \
            sequence number and window, the type of ICMP messages and the length of the payload. tshark puts nothing \
            together. All are equal in all but 247 packets. Not compared: the payload of fragmented UDP, where tshark \
            shows the length of the whole datagram and here each packet counts for what it holds; and six custom blocks \
            (three each in `pcapng-be-test202.pcapng` and `pcapng-le-test202.pcapng`) that tshark lists as packets.

            capinfos 4.0.17 agrees on the format, links, packets and duration of every capture but the duration of \
            `timestamp_invalid_micro.pcap`, where it multiplies a fraction of 2³¹ µs within 32 bits. The entropies of \
            ports, outermost addresses and frame lengths equal those of tshark's fields to a millionth of a bit in 112 \
            captures, but for the two damaged frames and the six blocks named here; the netlink packets of \
            `microsecs_big_endian.pcap` have lengths alone.
            """,
        unit: "packets",
        differences: [
            Difference(
                "Teredo.pcap", theirs: 25, ours: 25,
                because: "tshark knows Teredo by port 3544 alone; here relayed Teredo on other ports is opened too"),
            Difference(
                "fuzz-2006-06-26-2594.pcap", theirs: 56, ours: 56,
                because: """
                    damaged lengths: here the payload is what the IP length leaves, tshark's what the UDP length claims or \
                    the frame holds; and one frame announces IPv4 but holds version 6, which tshark reads as IPv6 and \
                    here is a fault
                    """),
            Difference(
                "fuzz-2020-02-16-11740.pcap", theirs: 25, ours: 25, because: "the same, with one such frame too"),
            Difference(
                "gtp1.pcap", theirs: 40, ours: 40,
                because: """
                    the packet in the tunnel goes on in another fragment: here its payload is as long as its header \
                    says, tshark's as what is in this one
                    """),
            Difference("gtp2_different_udp_port.pcap", theirs: 42, ours: 42, because: "the same"),
            Difference(
                "ip4-trunc.pcap", theirs: 1, ours: 1,
                because: "a header cut by the capture is a fault here; tshark shows the fields it still has"),
            Difference(
                "ip_fragmented_garbage.pcap", theirs: 4, ours: 4,
                because: "a TCP header that ends early gives its ports here, and in tshark every field it still has"),
            Difference(
                "ipv4_invalid_total_length.pcap", theirs: 1, ours: 1,
                because: """
                    the IP length goes a byte beyond the frame: here the payload is what it says, tshark's what the UDP \
                    length says
                    """),
            Difference(
                "ipv6_jumbogram_1.pcap", theirs: 1, ours: 1,
                because: "the length is that of the jumbo payload option here, and the header's zero in tshark"),
            Difference(
                "ndpi-mix.pcap", theirs: 46, ours: 46,
                because: """
                    25 packets in CAPWAP, 12 in FabricPath and 1 sampled by sFlow, which are not opened here; 6 whose IP \
                    length goes beyond the frame; 2 with an authentication header, of which here the protocol is what \
                    that carries
                    """),
            Difference(
                "pppoe-over-qinq.pcap", theirs: 6, ours: 6,
                because: """
                    IP announces six bytes more than the frame has: here they count as payload, as Zeek counts them; in \
                    tshark they do not
                    """),
        ])

    /// Conversations with their packets and bytes each way, as tshark counts them.
    static let tsharkStreams = Comparison(
        subject: "tshark 4.0.17: conversations",
        account: """
            18,482 streams of TCP and UDP in 91 captures: packets and bytes of frames each way. Tunnels stay closed, VLANs \
            are not told apart, nothing times out, and later fragments count in no stream. All are equal but these.
            """,
        unit: "streams",
        differences: [
            Difference(
                "fuzz-2006-06-26-2594.pcap", theirs: 1, ours: 4,
                because: """
                    tshark gives all packets from a port that SIP announced to one stream, though damage changed the \
                    addresses of some (with SIP disabled it agrees); and drops one whose TCP header ends early, which \
                    here is a flow
                    """),
            Difference(
                "ipv6-fragmented-dns.pcap", theirs: 1, ours: 1,
                because: """
                    tshark put the fragments of IPv6 together and counts the answer by the frame of the last, 436 bytes; \
                    here it counts by the first, 1494 bytes, as in tshark with `ipv6.defragment` off
                    """),
            Difference(
                "pop3.pcap", theirs: 2, ours: 6,
                because: """
                    three times each, two clients send the same SYN and get a RST: here and in Zeek each attempt is a \
                    connection, in tshark all with one sequence number are one stream
                    """),
        ])
}
