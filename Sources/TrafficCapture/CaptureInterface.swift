import Traffic

/// An interface that frames of a capture were seen on.
///
/// A pcap or snoop file has exactly one, without a name; a pcapng file has as many as it declares, in every section
/// anew.
public struct CaptureInterface: Hashable, Sendable {
    /// What the capturing machine called it, at most 255 bytes of it; nil where the file does not say.
    public let name: String?
    /// The kind of link, by its number in files (`LINKTYPE_…`); -1 for a link of snoop's that has no such number.
    public let linkType: LinkType
    /// How many bytes of a frame were captured at most; nil where the file sets no limit.
    public let snapLength: Int?
    /// How fine its time stamps are.
    public let resolution: TimestampResolution
}
