extension Profile<Flow> {
    static let nfstreamDeviations: [Deviation] = [
        Deviation(
            "`*_min_piat_ms`, `*_max_piat_ms`", "may be one millisecond less",
            because: "gaps are measured in nanoseconds and then cut off; NFStream subtracts times already cut off"),
        Deviation(
            "`*_stddev_piat_ms`", "differs by less than 1.42 ms",
            because: "the same: the deviation is that of the exact gaps"),
        Deviation(
            "all", "later fragments of a packet are counted in the flow of the first",
            because: "NFStream passes over them, so its flows miss bytes that were sent"),
        Deviation(
            "`src_port`, `dst_port`", "are told of a TCP header that ends early too, as far as it holds them",
            because: "NFStream gives such a packet to a flow without ports"),
        Deviation(
            "`expiration_id`", "-1 also for the flow that a full table ended",
            because: "NFStream has no bound on its table"),
        Deviation(
            "`id`", "numbers the rows of this file", because: "so it does there, in the order its processes deliver"),
    ]
}
