/// How often one side did what is noted in the history at the 1st, 10th and 100th time.
struct TCPTally: BitwiseCopyable, Hashable, Sendable {
    var badChecksums: UInt8 = 0
    var gaps: UInt8 = 0
    var zeroWindows: UInt8 = 0
}

extension FixedWidthInteger {
    /// Whether an event counted so often is noted once more: at the 1st, 10th, 100th time and so on, up to what a
    /// 16-bit count reaches.
    var isNoted: Bool {
        switch self {
        case 1, 10, 100, 1000, 10_000: true
        default: false
        }
    }
}
