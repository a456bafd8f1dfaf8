/// How far reading a capture file has come.
///
/// Both figures are of the file as it is stored, so they tell the time that is left for compressed files too.
public struct CaptureProgress: Hashable, Sendable {
    /// How many bytes of the file were read.
    public let bytesRead: Int
    /// How many bytes the file had when it was opened; nil for pipes and devices.
    public let fileSize: Int?

    /// How far a reading has come that has read `bytesRead` bytes of `fileSize`.
    public init(bytesRead: Int, fileSize: Int?) {
        self.bytesRead = bytesRead
        self.fileSize = fileSize
    }

    /// The share of the file that was read, in 0...1; nil where the size is unknown.
    public var fraction: Double? {
        fileSize.map { $0 > 0 ? min(Double(bytesRead) / Double($0), 1) : 1 }
    }
}
