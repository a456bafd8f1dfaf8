/// How a live capture ended.
public struct LiveCaptureReport: Hashable, Sendable {
    /// Why.
    public var end: CaptureEnd
    /// What became of the packets.
    public var statistics: CaptureStatistics

    /// A report of a capture that ended for a reason.
    public init(end: CaptureEnd, statistics: CaptureStatistics) {
        self.end = end
        self.statistics = statistics
    }
}

/// Why a live capture ended.
public enum CaptureEnd: Hashable, Sendable {
    /// Somebody asked it to stop.
    case stopped
    /// As many packets were recorded as asked for.
    case packetLimit
    /// The time is over.
    case durationLimit
    /// The interface no longer exists; the packets before that were handed over.
    case interfaceVanished(name: String)
    /// Reading failed; the reason is libpcap's. The packets before that were handed over.
    case failed(name: String, reason: String)
}

extension CaptureEnd: CustomStringConvertible {
    /// The reason as part of a sentence.
    public var description: String {
        switch self {
        case .stopped: "stopped"
        case .packetLimit: "reached the limit of packets"
        case .durationLimit: "reached the limit of time"
        case .interfaceVanished(let name): "\(name): the interface vanished: kept the packets before that"
        case .failed(let name, let reason): "\(name): \(reason): kept the packets before that"
        }
    }
}
