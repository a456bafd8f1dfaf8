extension Comparison {
    /// The flows of NFStream, with all statistics.
    static let nfstream = Comparison(
        subject: "NFStream 6.6.0: flows and their statistics",
        account: """
            18,667 flows in 96 captures with the profile `nfstream`: ends, VLAN, packets, bytes, times, sizes, gaps and \
            flags, in every column but the hardware addresses. NFStream was told to open no tunnels and to take \
            statistics; later fragments, which it passes over, were left out. All are equal to nine digits, but for gaps, \
            which NFStream takes between milliseconds already cut off: here the shortest and longest may be 1 ms \
            less, and the deviation differs by less than 1.42 ms. Besides, these differ.
            """,
        unit: "flows",
        differences: [
            Difference(
                "6in4tunnel.pcap", theirs: 10, ours: 1,
                because: "NFStream opens IPv6 in IPv4 even when told to open no tunnels"),
            Difference(
                "fuzz-2006-06-26-2594.pcap", theirs: 20, ours: 13,
                because: """
                    where a damaged EtherType names another protocol, or a header length is below 20 bytes, NFStream \
                    reads the bytes as IP all the same; and it takes no ports from a TCP header that ends early
                    """),
            Difference(
                "fuzz-2020-02-16-11740.pcap", theirs: 11, ours: 6,
                because: "NFStream reads frames with a damaged EtherType as IP"),
            Difference(
                "ip_fragmented_garbage.pcap", theirs: 1, ours: 4,
                because: """
                    first fragments of 16 bytes: here they have the ports they hold, in NFStream none, as there is no \
                    whole TCP header
                    """),
            Difference(
                "ipv4_invalid_hdr_length.pcap", theirs: 1, ours: 0,
                because: "a header length of 16 bytes, which NFStream takes at its word and here is a fault"),
            Difference(
                "ipv6_jumbogram_1.pcap", theirs: 1, ours: 1,
                because: "NFStream has 54 bytes and protocol 0 for a jumbogram of 65,590 bytes of ICMPv6"),
            Difference(
                "many_interfaces-1.pcapng", theirs: 2, ours: 2,
                because: "NFStream lacks the two packets of the interface whose link is another than the first's"),
            Difference(
                "pcapng-be-test202.pcapng", theirs: 0, ours: 6,
                because: "NFStream ends where an interface has another link than the first, after two packets"),
            Difference("pcapng-le-test202.pcapng", theirs: 0, ours: 6, because: "the same"),
            Difference(
                "tcp_header_heapoverflow.pcap", theirs: 1, ours: 1,
                because: "a frame of 262,144 bytes, of which NFStream has 0"),
            Difference(
                "timestamp_invalid_micro.pcap", theirs: 1, ours: 2,
                because: """
                    the third packet's fraction of a second is 2³¹ µs: carried over here, it comes 36 minutes later and \
                    begins another flow; in NFStream it comes with the second
                    """),
        ])
}
