/// Reads a page tag by tag, strictly: what browsers would forgive is an error here.
struct PageReader {
    struct Tag {
        var name: String
        var attributes: [String: String]
    }

    private(set) var tags: [Tag] = []
    /// Everything that is not in order.
    private(set) var faults: [String] = []
    /// The contents of the elements whose content is not markup.
    private(set) var rawTexts: [String: String] = [:]

    private static let voids: Set<String> = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"]

    init(_ markup: String) {
        var open: [String] = []
        var rest = markup[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else { break }
            let inside = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if inside.hasPrefix("!") { continue }
            if inside.hasPrefix("/") {
                let name = String(inside.dropFirst())
                if open.popLast() != name { faults.append("unexpected </\(name)>") }
                continue
            }
            let tag = read(inside)
            tags.append(tag)
            if inside.hasSuffix("/") || Self.voids.contains(tag.name) { continue }
            open.append(tag.name)
            if ["script", "style"].contains(tag.name), let close = rest.firstRange(of: "</\(tag.name)>") {
                rawTexts[tag.name] = String(rest[..<close.lowerBound])
                rest = rest[close.lowerBound...]
            }
        }
        if !open.isEmpty { faults.append("left open: \(open)") }
    }

    /// All values of an attribute.
    func values(of attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }

    private mutating func read(_ inside: Substring) -> Tag {
        let name = inside.prefix { !$0.isWhitespace && $0 != "/" }
        var attributes: [String: String] = [:]
        for match in inside.matches(of: /\s([^\s=\/]+)="([^"]*)"/) {
            let key = String(match.1)
            if attributes.updateValue(Self.unescaped(match.2), forKey: key) != nil { faults.append("twice: \(key)") }
        }
        return Tag(name: String(name), attributes: attributes)
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
