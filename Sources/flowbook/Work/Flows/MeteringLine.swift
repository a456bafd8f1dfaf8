import NotebookDisplay
import TrafficCapture

/// How far metering is, as one line of a terminal.
///
///     trace.pcap  43%  1,203,442 packets  4,102,000/s  12,003 flows live
struct MeteringLine: Hashable {
    let source: String
    /// The share of the file that was read; nil where its size is unknown.
    let fraction: Double?
    let packets: Int
    let packetsPerSecond: Double
    /// nil where packets are rows of their own.
    let liveFlows: Int?

    /// The line in at most `width` characters; the name of the source gives way.
    func text(width: Int) -> String {
        let figures = [
            fraction.map { NumberFormat.percent(0).text(for: $0) },
            packets.counted("packet"),
            NumberFormat.integer.text(for: packetsPerSecond) + "/s",
            liveFlows.map { $0.counted("flow") + " live" },
        ].compactMap { $0 }.joined(separator: "  ")
        let room = width - figures.count - 2
        guard room > 1 else { return String(figures.prefix(max(0, width))) }
        let name = source.printable
        let head = name.count <= room ? name : "…" + name.suffix(room - 1)
        return "\(head)  \(figures)"
    }
}
