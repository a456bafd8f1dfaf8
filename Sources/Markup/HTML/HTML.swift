/// A piece of a page whose text cannot be mistaken for markup.
///
/// Text and attribute values are escaped by every way of making one but `init(verbatim:)`, and the names of elements
/// and attributes are literals of the program. So nothing a notebook prints can open a tag, end an attribute or
/// unbalance an element.
///
///     HTML("p", ["class": "note"]) { "1 < 2" }.markup    // <p class="note">1 &lt; 2</p>
public struct HTML: Hashable, Sendable {
    /// The pairs on a start tag, in the order in which they are written; a pair without a value is left out.
    public typealias Attributes = KeyValuePairs<Name, String?>

    /// The text to write into a file.
    public private(set) var markup: String

    /// Nothing.
    public init() { markup = "" }

    /// Text, escaped.
    public init(text: String) {
        markup = ""
        Escaping.append(text, to: &markup)
    }

    /// Markup taken as it is.
    ///
    /// The one door past the escaping. Whoever opens it vouches that the markup is balanced and free of scripts: it is
    /// meant for drawings made by the program itself and for its own style sheet and script.
    public init(verbatim markup: String) { self.markup = markup }

    /// An element with its content.
    public init(_ name: Name, _ attributes: Attributes = [:], @HTMLBuilder content: () -> HTML = { HTML() }) {
        markup = "<\(name.text)"
        for case (let name, let value?) in attributes {
            markup += " \(name.text)=\""
            Escaping.append(value, to: &markup)
            markup += "\""
        }
        markup += ">"
        guard !name.isVoid else { return }
        markup += content().markup
        markup += "</\(name.text)>"
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { markup.isEmpty }

    /// Adds `other` behind.
    public mutating func append(_ other: HTML) { markup += other.markup }

    /// The pieces one after the other, with `separator` between them.
    public static func joined(_ pieces: some Sequence<HTML>, separator: HTML = HTML()) -> HTML {
        HTML(verbatim: pieces.map(\.markup).joined(separator: separator.markup))
    }
}

extension HTML {
    /// The name of an element or an attribute: a literal of the program, never a value.
    public struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
        let text: String

        /// Takes a literal, and only a literal.
        public init(stringLiteral value: StaticString) { text = value.description }

        /// The elements that have no content and no end tag (HTML Living Standard, 13.1.2).
        var isVoid: Bool {
            ["br", "col", "hr", "img", "input", "link", "meta", "wbr"].contains(text)
        }
    }
}
