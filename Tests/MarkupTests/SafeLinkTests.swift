import Markup
import Testing

@Suite("Links lead to known places only")
struct SafeLinkTests {
    @Test(
        "an address of a known kind is kept",
        arguments: [
            ("https://example.org/a?b=c#d", true), ("http://example.org", true), ("mailto:someone@example.org", true),
            ("page.html#part", false), ("../up/one.html", false), ("#anchor", false), ("?query=a:b", false),
            ("path/with:colon", false), ("", false), ("HTTPS://EXAMPLE.ORG", true),
        ])
    func kept(address: String, isExternal: Bool) throws {
        let link = try #require(SafeLink(address))
        #expect(link.address == address)
        #expect(link.isExternal == isExternal)
    }

    @Test(
        "an address of another kind makes no link",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,<b>", "vbscript:x", "file:///etc/passwd",
            "//host/path", "ftp://host", "about:blank",
        ])
    func refused(address: String) {
        #expect(SafeLink(address) == nil)
    }

    @Test(
        "characters that a browser would drop cannot hide a scheme",
        arguments: [
            ("java\nscript:alert(1)", nil), ("java\tscript:alert(1)", nil), (" javascript:alert(1)", nil),
            ("\u{1}javascript:alert(1)", nil), ("\\\\host\\path", "%5C%5Chost%5Cpath"),
            ("a b\"c", "a%20b%22c"), ("a\nb", "a%0Ab"),
        ] as [(String, String?)])
    func hidden(address: String, expected: String?) {
        #expect(SafeLink(address)?.address == expected)
    }
}
