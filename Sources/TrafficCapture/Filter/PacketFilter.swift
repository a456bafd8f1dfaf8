import Traffic

/// A filter in libpcap's language, compiled for the packets of one link type.
///
///     let filter = try PacketFilter("tcp port 443", for: .ethernet)
///     filter.matches(bytes)
///
/// The language is that of tcpdump, described in pcap-filter(7), and the answers are tcpdump's too. A packet of which
/// too little was captured to decide is no match, as there: `tcp[13]` never matches packets cut before that byte.
///
/// Names of hosts in an expression are looked up while it is compiled, through the system's resolver.
public struct PacketFilter: Sendable {
    /// The expression, as it was written.
    public let expression: String
    /// The link type of the packets it can be asked about.
    public let linkType: LinkType
    private let program: FilterProgram

    /// Compiles `expression` for packets of `linkType`; the empty expression matches every packet.
    /// - Throws: ``PacketFilterError`` with libpcap's reason, and the place where it is known.
    public init(_ expression: String, for linkType: LinkType) throws(PacketFilterError) {
        do throws(FilterMessage) {
            program = try FilterProgram(expression, for: linkType)
        } catch {
            throw PacketFilterError(expression, refused: error) { candidate throws(FilterMessage) in
                _ = try FilterProgram(candidate, for: linkType)
            }
        }
        self.expression = expression
        self.linkType = linkType
    }

    /// Asks whether a packet passes.
    /// - Parameters:
    ///   - bytes: its captured bytes, from the link's header on.
    ///   - originalLength: how many bytes it had on the link; by default as many as were captured.
    /// - Returns: whether it passes.
    /// - Complexity: linear in the length of the compiled program; nothing is allocated.
    public func matches(_ bytes: RawSpan, originalLength: Int? = nil) -> Bool {
        program.accepts(bytes, originalLength: originalLength ?? bytes.byteCount)
    }
}
