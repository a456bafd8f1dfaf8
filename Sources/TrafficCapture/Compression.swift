/// How a capture file is compressed; such files are read as if they were not.
public enum Compression: String, Hashable, Sendable, CaseIterable {
    /// gzip, one member or several (RFC 1952).
    case gzip
    /// Zstandard, one frame or several (RFC 8878).
    case zstd
}

extension Compression: CustomStringConvertible {
    /// The name of the compression.
    public var description: String { rawValue }
}
