extension Comparison {
    /// The flows that nDPI's reader prints.
    static let nDPI = Comparison(
        subject: "nDPI: flows of ndpiReader",
        account: """
            2,895 flows in 14 captures, as the expected results in nDPI's repository (commit 3b1286a) have them: ends, \
            protocol, packets and bytes each way, and, where printed, the smallest, mean and largest frame and the \
            deviation, which ndpiReader rounds to whole bytes. Nothing times out, and later fragments are left out. Gaps \
            are not compared: ndpiReader takes them of the packets it inspects. All are equal but these.
            """,
        unit: "flows",
        differences: [
            Difference(
                "fuzz-2006-06-26-2594.pcap", theirs: 13, ours: 17,
                because: """
                    nDPI passes over packets whose IP length goes beyond the frame, takes a header length of 4 bytes less \
                    than IP allows at its word, and no ports from a TCP header that ends early
                    """),
            Difference(
                "fuzz-2020-02-16-11740.pcap", theirs: 1, ours: 2,
                because: "nDPI passes over packets whose IP length goes beyond the frame"),
            Difference(
                "ip_fragmented_garbage.pcap", theirs: 1, ours: 4,
                because: "nDPI takes no ports from a TCP header that ends early"),
        ])
}
