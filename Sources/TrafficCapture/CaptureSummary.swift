/// What there is to say of a capture file after going through it.
public struct CaptureSummary: Hashable, Sendable {
    /// The format of the file.
    public let format: CaptureFormat
    /// How the file is compressed; nil where it is not.
    public let compression: Compression?
    /// The interfaces declared up to where reading ended.
    public let interfaces: [CaptureInterface]
    /// How many frames were handed over.
    public let frames: Int
    /// How many of them the capture has no time for: those of pcapng's simple packet blocks, which count as of 1970.
    public let framesWithoutTime: Int
    /// Where and why reading ended early; nil where it reached the end, or was asked to stop.
    public let warning: CaptureWarning?
}
