/// One or more panels of series, with a caption.
public struct Plot: Hashable, Sendable {
    public var caption: String?
}
