/// How often one side did what is noted in the history at the 1st, 10th and 100th time.
struct TCPTally: BitwiseCopyable, Hashable, Sendable {
    var badChecksums: UInt8 = 0
    var gaps: UInt8 = 0
    var zeroWindows: UInt8 = 0
}

extension FixedWidthInteger {
    /// Whether this is 1, 10, 100 or another power of ten.
    var isPowerOfTen: Bool {
        var rest = self
        while rest >= 10, rest % 10 == 0 { rest /= 10 }
        return rest == 1
    }
}
