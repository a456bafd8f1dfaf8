/// An address that a page may link to: `http`, `https`, `mailto`, a relative path or an anchor.
///
/// Everything else, `javascript:` and `data:` above all, makes no link. Characters that a browser would drop from an
/// address before it looks at the scheme are percent-encoded, so that they cannot hide one.
public struct SafeLink: Hashable, Sendable {
    /// The address, for an `href`.
    public let address: String

    /// Whether it leads away from the page's own folder.
    public var isExternal: Bool { Self.scheme(of: address) != nil }

    /// Nil where the address is of a kind that may not be linked to.
    public init?(_ address: String) {
        let encoded = Self.encoded(address)
        if encoded.hasPrefix("//") { return nil }
        if let scheme = Self.scheme(of: encoded), !Self.schemes.contains(scheme.lowercased()) { return nil }
        self.address = encoded
    }
}

extension SafeLink {
    private static let schemes: Set<String> = ["http", "https", "mailto"]

    /// What stands before the first colon, unless a slash, a question mark or an anchor comes first.
    private static func scheme(of address: String) -> Substring? {
        guard let end = address.firstIndex(where: { ":/?#".contains($0) }), address[end] == ":" else { return nil }
        return address[..<end]
    }

    private static func encoded(_ address: String) -> String {
        var result = ""
        for scalar in address.unicodeScalars {
            if scalar.value <= 0x20 || scalar.value == 0x7F || "\\<>\"^`{|}".unicodeScalars.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
