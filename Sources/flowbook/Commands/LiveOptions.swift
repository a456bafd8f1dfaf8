import TrafficCapture

/// The options by which commands capture on an interface, so that they mean the same everywhere.
///
/// Without a word a capture is safe: loopback only, a minute at most, the first 96 bytes of each packet.
enum LiveOptions {
    static let interface = Option.text(
        "interface", short: "i", value: "IFACE", help: "the interface to capture on; any stands for all of them")
    static let seconds = Option.limit("seconds", help: "how long to capture: a time, or off (default: 60)")
    static let count = Option.whole("count", in: 1...Int.max, help: "end after so many packets")
    static let snapLength = Option.whole(
        "snap-length", value: "BYTES", in: 1...SnapLength.wholeFrames,
        help: "keep so many bytes of each packet (default: 96, the headers)")
    static let promiscuous = Option.flag("promiscuous", help: "take packets addressed to other machines, too")
    static let buffer = Option.whole(
        "buffer", value: "MIB", in: 1...2047, help: "mebibytes for packets that wait to be read (default: 16)")
    static let filter = Option.text(
        "filter", value: "BPF", help: "only packets that match, as in tcpdump: 'tcp port 443'")

    /// Those that say how to capture, and make no sense where nothing is captured.
    static let ofCapture = [
        seconds.form, count.form, snapLength.form, promiscuous.form, buffer.form,
    ]

    /// What the arguments ask for, beginning with the safe default.
    static func value(of arguments: ParsedArguments) throws(UsageError) -> LiveCaptureOptions {
        var options = LiveCaptureOptions()
        options.interface = try arguments.value(interface) ?? options.interface
        if let limit = try arguments.value(seconds) { options.durationLimit = limit.duration }
        options.packetLimit = try arguments.value(count)
        options.snapLength = try arguments.value(snapLength) ?? options.snapLength
        options.isPromiscuous = try arguments.value(promiscuous)
        if let mebibytes = try arguments.value(buffer) { options.bufferSize = mebibytes << 20 }
        options.filter = try arguments.value(filter)
        return options
    }
}
