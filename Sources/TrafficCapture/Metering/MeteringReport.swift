import Traffic

/// What became of capture files, their packets and their flows.
public struct MeteringReport: Equatable, Sendable {
    /// What became of packets and flows.
    public package(set) var flows = FlowSummary()
    /// How many frames were read.
    public package(set) var frames = 0
    /// How many of them the filter left out.
    public package(set) var filteredOut = 0
    /// What there is to say of each file that was read, damage included.
    public package(set) var captures: [CaptureSummary] = []
    /// Why files could not be read.
    public package(set) var unreadable: [CaptureError] = []
    /// The most memory that the flows took up, in bytes.
    public package(set) var memory = 0

    package init() {}

    /// How many frames had no time in their capture, and count as of 1970.
    public var framesWithoutTime: Int { captures.reduce(0) { $0 + $1.framesWithoutTime } }
    /// Where and why reading ended early.
    public var warnings: [CaptureWarning] { captures.compactMap(\.warning) }
}

/// How far metering has come.
public struct MeteringProgress: Hashable, Sendable {
    /// How many packets were metered.
    public let packets: Int
    /// How many flows are live.
    public let liveFlows: Int
    /// Which of the files is being read.
    public let file: Int
    /// How much of that file was read.
    public let reading: CaptureProgress
}
