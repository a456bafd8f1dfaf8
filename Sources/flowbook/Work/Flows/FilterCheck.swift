import Traffic
import TrafficCapture

/// Finds out before anything is read whether an expression is a filter at all.
enum FilterCheck {
    /// An expression may make sense on one link only, so it has to do so on some.
    private static let links: [LinkType] = [.ethernet, .raw, .linuxCooked2]

    /// - Throws: ``PacketFilterError`` where the expression makes sense on no common link.
    static func require(_ expression: String) throws(PacketFilterError) {
        for link in links.dropFirst() where accepts(expression, link) { return }
        _ = try PacketFilter(expression, for: links[0])
    }

    private static func accepts(_ expression: String, _ link: LinkType) -> Bool {
        (try? PacketFilter(expression, for: link)) != nil
    }
}
