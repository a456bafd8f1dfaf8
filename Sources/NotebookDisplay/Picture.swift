/// An encoded picture with its text alternative.
public struct Picture: Hashable, Sendable {
    /// The media type, such as `image/png`.
    public var mediaType: String
    public var bytes: [UInt8]
    public var alternative: String
    public var caption: String?
}
