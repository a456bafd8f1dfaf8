/// Why a flow ended.
public enum FlowEnd: UInt8, Hashable, Sendable, CaseIterable {
    /// No packet came for the idle time-out.
    case idle
    /// The flow reached the active time-out while packets still came; what follows is another flow.
    case active
    /// Both sides of a TCP connection had sent their FIN.
    case finished
    /// A TCP connection was reset.
    case reset
    /// A TCP connection that had ended was opened anew between the same ports.
    case reopened
    /// The table was full, and this was the flow that had been silent the longest.
    case evicted
    /// The capture ended, or was stopped.
    case endOfCapture
}

extension FlowEnd: CustomStringConvertible {
    /// The reason as it stands in the output, such as `idle` or `end of capture`.
    public var description: String {
        switch self {
        case .idle: "idle"
        case .active: "active"
        case .finished: "finished"
        case .reset: "reset"
        case .reopened: "reopened"
        case .evicted: "evicted"
        case .endOfCapture: "end of capture"
        }
    }
}
