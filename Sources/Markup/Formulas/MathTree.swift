/// A formula's markup as a tree, read from what the converter printed.
///
/// Reading it, in place of passing the text on, keeps the promise that only known elements reach the page, and lets the
/// tree be mended for browsers.
indirect enum MathTree: Hashable, Sendable {
    case element(String, [Attribute], [MathTree])
    case text(String)

    struct Attribute: Hashable, Sendable {
        var name: String
        var value: String
    }

    /// Everything a reader would see, in order.
    var content: String {
        switch self {
        case .text(let text): text
        case .element(_, _, let children): children.map(\.content).joined()
        }
    }
}

extension MathTree {
    /// The trees of a markup without comments, declarations or elements left open; nil for anything else.
    static func parse(_ markup: String) -> [MathTree]? {
        var reader = MathReader(rest: markup[...])
        let trees = reader.readChildren(depth: 0)
        return reader.isAtEnd ? trees : nil
    }
}

/// Reads the little of XML that a converter prints: elements, double-quoted attributes, text and its references.
private struct MathReader {
    var rest: Substring
    /// Deeper nesting than any formula has; it keeps the reader's own recursion small.
    static let deepest = 200

    var isAtEnd: Bool { rest.isEmpty }

    mutating func readChildren(depth: Int) -> [MathTree]? {
        guard depth < Self.deepest else { return nil }
        var children: [MathTree] = []
        while let next = rest.first, !rest.hasPrefix("</") {
            if next == "<" {
                guard let element = readElement(depth: depth) else { return nil }
                children.append(element)
            } else {
                guard let text = Self.unescaped(readText(until: "<")) else { return nil }
                children.append(.text(text))
            }
        }
        return children
    }

    private mutating func readElement(depth: Int) -> MathTree? {
        rest.removeFirst()
        let name = readName()
        guard !name.isEmpty, let attributes = readAttributes() else { return nil }
        if skip("/>") { return .element(name, attributes, []) }
        guard skip(">"), let children = readChildren(depth: depth + 1), skip("</\(name)>") else { return nil }
        return .element(name, attributes, children)
    }

    private mutating func readAttributes() -> [MathTree.Attribute]? {
        var attributes: [MathTree.Attribute] = []
        while skip(" ") {
            let name = readName()
            guard !name.isEmpty, skip("=\"") else { return nil }
            guard let value = Self.unescaped(readText(until: "\"")), skip("\"") else { return nil }
            attributes.append(MathTree.Attribute(name: name, value: value))
        }
        return attributes
    }

    private mutating func readName() -> String {
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        rest = rest[name.endIndex...]
        return String(name)
    }

    private mutating func readText(until end: Character) -> Substring {
        let text = rest.prefix { $0 != end }
        rest = rest[text.endIndex...]
        return text
    }

    private mutating func skip(_ expected: String) -> Bool {
        guard rest.hasPrefix(expected) else { return false }
        rest.removeFirst(expected.count)
        return true
    }

    private static func unescaped(_ text: Substring) -> String? {
        var result = ""
        var rest = text
        while let start = rest.firstIndex(of: "&") {
            guard let end = rest[start...].firstIndex(of: ";") else { return nil }
            guard let scalar = scalar(named: rest[rest.index(after: start)..<end]) else { return nil }
            result += rest[..<start]
            result.unicodeScalars.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func scalar(named name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default:
            name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) : nil
        }
    }
}
