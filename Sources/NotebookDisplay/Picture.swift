/// An encoded picture with its text alternative.
public struct Picture: Hashable, Sendable {
    /// The media type, such as `image/png`.
    public var mediaType: String
    public var bytes: [UInt8]
    public var alternative: String
    public var caption: String?

    /// The bytes of a picture file, and what someone who cannot see it should know.
    public init(_ bytes: some Sequence<UInt8>, mediaType: String, alternative: String, caption: String? = nil) {
        self.bytes = Array(bytes)
        self.mediaType = mediaType
        self.alternative = alternative
        self.caption = caption
    }
}

extension Picture: Displayable {
    public var output: Output { .image(self) }
}
