/// Where and why reading a capture stopped before its end. The packets before that place are whole and were kept.
public struct CaptureWarning: Hashable, Sendable {
    /// The file.
    public let path: String
    /// How many whole packets come before the fault.
    public let packets: Int
    /// Where the damaged record begins: in the file, or in what a compressed file expands to.
    public let byteOffset: Int
    /// How the file is compressed; nil where it is not.
    public let compression: Compression?
    /// What is wrong there.
    public let fault: CaptureFault

    /// The warning that reading `path` stopped at `byteOffset`.
    public init(path: String, packets: Int, byteOffset: Int, compression: Compression?, fault: CaptureFault) {
        self.path = path
        self.packets = packets
        self.byteOffset = byteOffset
        self.compression = compression
        self.fault = fault
    }

    /// What is wrong there, in words.
    public var reason: String { fault.description }
}

extension CaptureWarning: CustomStringConvertible {
    /// The file, the place, the fault, and what was kept.
    public var description: String {
        let place = compression == nil ? "byte \(byteOffset)" : "byte \(byteOffset) of the expanded data"
        let kept = packets == 1 ? "1 whole packet" : "\(packets) whole packets"
        return "\(CaptureFile(path).name): record \(packets + 1) at \(place): \(reason): kept the \(kept) before it"
    }
}
