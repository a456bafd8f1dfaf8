import Traffic

extension LiveCaptureOptions: CustomStringConvertible {
    /// What will be recorded, as the rest of a sentence.
    public var description: String {
        let reach = isPromiscuous ? ["also of those for other machines"] : []
        return (["records \(subject) on \(place)\(condition)"] + reach + limits).joined(separator: ", ")
    }

    private var subject: String {
        snapLength >= SnapLength.wholeFrames ? "every packet whole" : "the first \(snapLength) bytes of every packet"
    }

    private var place: String {
        interface == NetworkInterface.anyName ? "all interfaces" : interface
    }

    private var condition: String {
        filter.map { " that matches '\($0)'" } ?? ""
    }

    private var limits: [String] {
        let limits =
            [durationLimit.map { "for at most \(Self.text($0))" }, packetLimit.map { "at most \($0) packets" }]
            .compactMap { $0 }
        return limits.isEmpty ? ["until it is stopped"] : limits
    }

    /// Whole seconds without a decimal point.
    fileprivate static func text(_ duration: Duration) -> String {
        let seconds = duration.inSeconds
        return seconds == seconds.rounded() && seconds < 1e15 ? "\(Int(seconds)) s" : "\(seconds) s"
    }
}

extension LiveCaptureOptions {
    /// In what the options go beyond the safe default, each as a phrase; empty for options that are as safe or safer.
    public var widenings: [String] {
        let safe = LiveCaptureOptions()
        var phrases: [String] = []
        if interface != safe.interface { phrases.append("not only loopback: \(place)") }
        if snapLength > safe.snapLength { phrases.append("more than headers: \(snapLength) bytes of each packet") }
        if isPromiscuous { phrases.append("promiscuous") }
        if let limit = safe.durationLimit, durationLimit.map({ $0 > limit }) ?? true {
            phrases.append(durationLimit.map { "longer than a minute: \(Self.text($0))" } ?? "no limit of time")
        }
        return phrases
    }
}
