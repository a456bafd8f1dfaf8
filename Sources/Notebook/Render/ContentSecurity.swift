internal import CSodium
import Foundation

/// What a page allows a browser to do: use the page's own style sheet and script, show pictures that are in the page
/// itself, and nothing else. Nothing is fetched, sent, embedded or run besides.
enum ContentSecurity {
    /// The policy (W3C Content Security Policy Level 3): style elements and scripts count only with the right hash.
    ///
    /// The frames of raw HTML outputs inherit it, so a page that has some also allows the frame's own sheet, and style
    /// attributes, which such markup lives by and which can fetch nothing either.
    static func policy(holdsFrames: Bool) -> String {
        let styles =
            holdsFrames
            ? ["style-src-elem \(pageSheet) \(source(StyleSheet.frame))", "style-src-attr 'unsafe-inline'"]
            : ["style-src \(pageSheet)"]
        let others = ["script-src \(pageScript)", "img-src data:", "base-uri 'none'", "form-action 'none'"]
        return (["default-src 'none'"] + styles + others).joined(separator: "; ")
    }

    private static let pageSheet = source(StyleSheet.page)
    private static let pageScript = source(PageScript.text)

    /// The source expression that matches one text exactly.
    static func source(_ text: String) -> String { "'sha256-\(Data(digest(of: text)).base64EncodedString())'" }

    /// SHA-256 (FIPS 180-4), the hash the policy's syntax asks for.
    private static func digest(of text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: crypto_hash_sha256_bytes())
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}
