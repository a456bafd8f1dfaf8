import Traffic

/// One filter expression for packets of several link types: each is compiled for when its first packet comes.
///
///     var filters = PacketFilters("udp")
///     try filters.matches(bytes, link: .linuxCooked)
///
/// An expression may make sense on one link and none on another: `ether host …` cannot be asked of raw IP.
public struct PacketFilters: Sendable {
    /// The expression, as it was written.
    public let expression: String
    private var compiled: [LinkType: PacketFilter] = [:]
    /// The filter asked last: captures rarely change their link type.
    private var last: PacketFilter?

    /// The filters of `expression`; nothing is compiled yet.
    public init(_ expression: String) {
        self.expression = expression
    }

    /// Asks whether a packet passes.
    /// - Parameters:
    ///   - bytes: its captured bytes, from the link's header on.
    ///   - link: the link it was captured on.
    ///   - originalLength: how many bytes it had there; by default as many as were captured.
    /// - Returns: whether it passes.
    /// - Throws: ``PacketFilterError`` where the expression makes no sense on that link.
    public mutating func matches(
        _ bytes: RawSpan, link: LinkType, originalLength: Int? = nil
    ) throws(PacketFilterError) -> Bool {
        if let last, last.linkType == link { return last.matches(bytes, originalLength: originalLength) }
        let filter = try filter(for: link)
        last = filter
        return filter.matches(bytes, originalLength: originalLength)
    }

    /// The filter for packets of `link`, compiled if it is the first time.
    /// - Throws: ``PacketFilterError`` where the expression makes no sense on that link.
    public mutating func filter(for link: LinkType) throws(PacketFilterError) -> PacketFilter {
        if let filter = compiled[link] { return filter }
        let filter = try PacketFilter(expression, for: link)
        compiled[link] = filter
        return filter
    }
}
