/// Where and why reading a capture stopped before its end. The packets before that place are whole and were kept.
public struct CaptureWarning: Hashable, Sendable {
    /// The file.
    public let path: String
    /// How many whole packets come before the fault.
    public let packets: Int
    /// Where in the file the damaged record begins; nil where the file is no regular one.
    public let byteOffset: Int?
    /// What is wrong there, in libpcap's words.
    public let reason: String
}

extension CaptureWarning: CustomStringConvertible {
    /// The file, the place, the fault, and what was kept.
    public var description: String {
        let place = byteOffset.map { " at byte \($0)" } ?? ""
        return "\(path): record \(packets + 1)\(place): \(reason): kept the \(packets) whole packets before it"
    }
}
