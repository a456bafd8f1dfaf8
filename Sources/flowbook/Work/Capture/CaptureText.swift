import TrafficCapture

/// What the program says of live captures.
enum CaptureText {
    /// What a capture will do, before it begins: `records the first 96 bytes of …; Ctrl-C ends it`.
    static func announcement(of options: LiveCaptureOptions, verb: String = "records", to path: String) -> String {
        let sentence = options.description.replacing(/^records/, with: verb)
        let place = path == "-" ? "standard output" : path
        let widenings = options.widenings
        let reach = widenings.isEmpty ? "" : " (beyond the default: \(widenings.joined(separator: "; ")))"
        return "flowbook \(sentence), to \(place)\(reach); Ctrl-C ends it"
    }

    /// What became of the packets, after it has ended.
    static func conclusion(of report: LiveCaptureReport) -> String {
        let counts = report.statistics
        let byInterface = counts.droppedByInterface.map { ", \($0) dropped by the interface" } ?? ""
        let packets = counts.delivered == 1 ? "packet" : "packets"
        return "\(counts.delivered) \(packets) captured, \(counts.dropped) dropped by the kernel\(byInterface): "
            + "\(report.end)"
    }
}
