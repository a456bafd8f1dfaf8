/// What is held of every live flow: its key, its places in the table, and its forward direction, in 128 bytes.
///
/// The key is kept in 24 bytes: two version 4 addresses fit one word, and in their stead a version 6 flow has the slot
/// of its addresses.
struct FlowHead: BitwiseCopyable {
    var addresses: UInt64
    let ports: UInt64
    let traits: UInt64
    /// The neighbours in the timer wheel.
    var earlier = Self.none
    var later = Self.none
    /// The tick of the last packet.
    var lastTick: UInt32 = 0
    var reply = Self.none
    var connection = Self.none
    /// Where in the timer wheel the flow is filed.
    var bucket: UInt8 = 0
    var marks: FlowMarks = []
    /// The hardware addresses of the first packet.
    var hardware = HardwareTable.none
    /// Where the flow is a TCP connection.
    var windows = InitialWindows()
    var forward = DirectionRecord()

    /// The slot that stands for nothing.
    static let none = UInt32.max

    /// Something of each of the two cache lines of the record.
    var touch: UInt64 { addresses &+ forward.gaps.longest }

    var version: IPAddress.Version { traits & FlowKey.versionSix == 0 ? .four : .six }
}

/// What is true or false of a live flow.
struct FlowMarks: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    /// The initiator is the key's lower end.
    static let initiatorIsLow = FlowMarks(rawValue: 1)
    /// A packet has come since the flow was last filed in the timer wheel.
    static let isTouched = FlowMarks(rawValue: 2)
    /// Both sides of the connection have sent their FIN.
    static let isFinished = FlowMarks(rawValue: 4)
    /// The connection was reset.
    static let isReset = FlowMarks(rawValue: 8)

    /// No silence ends the flow, so it is in none of the timer wheel's buckets.
    static let isResting = FlowMarks(rawValue: 16)
    /// The first packet came from the initiator.
    static let beganForward = FlowMarks(rawValue: 32)
    /// What is kept by direction is kept the other way round than by the tracker of the connection.
    static let differsFromTracker = FlowMarks(rawValue: 64)
    /// Some of its sums were moved to its totals.
    static let hasTotals = FlowMarks(rawValue: 128)

    /// The connection has ended, and the flow waits only for packets under way.
    var isClosing: Bool { !isDisjoint(with: [.isFinished, .isReset]) }
}

/// The two addresses of a version 6 flow.
struct AddressPair: Equatable, BitwiseCopyable {
    let lowHigh: UInt64
    let lowLow: UInt64
    let highHigh: UInt64
    let highLow: UInt64
}
