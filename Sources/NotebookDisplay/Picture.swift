/// An encoded picture with its text alternative.
public struct Picture: Hashable, Sendable {
    /// The media type, such as `image/png`.
    public var mediaType: String
    /// The file as it would stand on disk.
    public var bytes: [UInt8]
    /// What someone who cannot see it should know.
    public var alternative: String
    /// What to see in it, in a sentence.
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
    /// What the cell shows for it.
    public var output: Output { .image(self) }
}
