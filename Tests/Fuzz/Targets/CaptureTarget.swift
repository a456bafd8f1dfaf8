import Traffic
import TrafficCapture

/// A whole capture, read and metered by the meter's own threads, with nothing measured beyond the least and with all.
enum CaptureTarget {
    /// - Returns: how many frames were metered, over all ways to meter them.
    static func run(_ path: String) throws -> Int {
        var frames = 0
        for tunnels in TunnelView.allCases {
            for options in [FlowOptions(), Self.everything] {
                var meter = CaptureMeter(options)
                meter.tunnels = tunnels
                frames += try check(meter, path)
            }
        }
        return frames
    }

    private static let everything: FlowOptions = {
        var options = FlowOptions()
        options.icmp = .messageTypes
        options.firstPackets = 20
        options.countsPayloadBytes = true
        options.measuresActivity = true
        options.keepsHardwareAddresses = true
        return options
    }()

    private static func check(_ meter: CaptureMeter, _ path: String) throws -> Int {
        var packets = 0
        let report = try meter.meter([CaptureFile(path)]) { packets += $0.both.packets }
        try hold(packets == report.flows.metered, "every packet that is metered is in one flow (\(meter.tunnels))")
        try hold(
            meter.tunnels == .every || report.flows.packets == report.frames,
            "every frame is one packet (\(meter.tunnels))")
        return report.frames
    }
}
