extension Profile<Flow> {
    static let cicDeviations: [Deviation] = [
        Deviation(
            "all", "a TCP flow ends 5 s after both sides have sent FIN, or after RST",
            because:
                "CICFlowMeter of 2017 ended it at the first FIN, so the rest of every close became a flow of its own; "
                + "later ones count the FINs of one side twice and throw away what follows a FIN"),
        Deviation(
            "all", "flows of a single packet are rows like others",
            because: "CICFlowMeter drops them at the time-out, and with them most of a port scan"),
        Deviation(
            "`Timestamp`", "is in UTC with microseconds, as in ISO 8601",
            because: "there it depends on the machine's time zone, and has neither fractions nor, in 2017, AM and PM"),
        Deviation(
            "`Flow Bytes/s`, `Flow Packets/s`", "are 0 where the duration is zero",
            because: "there they are NaN or Infinity, which models cannot take"),
        Deviation(
            "`Packet Length *`, `Average Packet Size`", "count the first packet once",
            because: "there it is counted twice"),
        Deviation(
            "`Fwd PSH Flags`, `Bwd PSH Flags`, `Fwd URG Flags`, `Bwd URG Flags`", "count every packet",
            because: "there only the first packet of the flow is looked at"),
        Deviation(
            "`Down/Up Ratio`, `* Bulk Avg`, `* Bulk Rate Avg`, `Subflow *`", "are not cut to whole numbers",
            because: "there they are quotients of whole numbers by mistake or by type"),
        Deviation(
            "`Fwd Bytes/Bulk Avg`, `Bwd Bytes/Bulk Avg` and the other bulks",
            "a bulk is four or more packets with payload one way, each at most 1 s after the last, no payload between",
            because: "there most forward packets are taken for backward, because addresses are compared by reference"),
        Deviation(
            "`Subflow *`", "divide by the number of parts, which is one more than the gaps of more than 1 s",
            because: "there they divide by the gaps, and are 0 without any; in the published sets a misplaced bracket "
                + "takes nearly every packet for a gap"),
        Deviation(
            "`Bwd Init Win Bytes`", "is the first window the responder told",
            because: "there it is the last"),
        Deviation(
            "`Fwd Act Data Pkts`", "counts the first packet too", because: "there it is left out"),
        Deviation(
            "`Active *`, `Idle *`",
            "follow every packet, in microseconds; what comes after the last packet is no silence",
            because: "there only packets after more than 1 s of silence are looked at, and the rest of the time-out "
                + "counts as silence"),
    ]
}
