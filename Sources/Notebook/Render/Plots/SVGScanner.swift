/// Takes apart the SVG that gnuplot writes: elements, attributes and text, nothing else of XML.
struct SVGScanner {
    enum Event: Hashable {
        case start(name: String, attributes: [String: String])
        /// Follows every start, also that of an empty element.
        case end
        case text(String)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var pendingEnd = false

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The next event; nil at the end.
    mutating func next() throws(PlotError) -> Event? {
        if pendingEnd {
            pendingEnd = false
            return .end
        }
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") { return .text(Self.unescaped(take(until: UInt8(ascii: "<")))) }
            position += 1
            let tag = take(until: UInt8(ascii: ">"))
            position += 1
            switch tag.first {
            case UInt8(ascii: "?"), UInt8(ascii: "!"): continue
            case UInt8(ascii: "/"): return .end
            default: return try start(tag)
            }
        }
        return nil
    }

    private mutating func take(until stop: UInt8) -> ArraySlice<UInt8> {
        let rest = bytes[min(position, bytes.count)...]
        let end = rest.firstIndex(of: stop) ?? bytes.count
        defer { position = end }
        return bytes[rest.startIndex..<end]
    }

    private mutating func start(_ tag: ArraySlice<UInt8>) throws(PlotError) -> Event {
        pendingEnd = tag.last == UInt8(ascii: "/")
        var rest = pendingEnd ? tag.dropLast() : tag
        let name = Self.word(&rest)
        var attributes: [String: String] = [:]
        while true {
            let key = Self.word(&rest)
            if key.isEmpty { break }
            let parts = rest.drop { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }
            guard let quote = parts.first, let end = parts.dropFirst().firstIndex(of: quote) else {
                throw PlotError(.unexpectedPicture("<\(name)> has an attribute without a value"))
            }
            attributes[key] = Self.unescaped(parts[(parts.startIndex + 1)..<end])
            rest = rest[(end + 1)...]
        }
        return .start(name: name, attributes: attributes)
    }

    /// Takes a name off the front, and the blanks before it.
    private static func word(_ rest: inout ArraySlice<UInt8>) -> String {
        let blanks: Set<UInt8> = [9, 10, 13, 32]
        let trimmed = rest.drop { blanks.contains($0) }
        let word = trimmed.prefix { !blanks.contains($0) && $0 != UInt8(ascii: "=") }
        rest = trimmed.dropFirst(word.count)
        return String(decoding: word, as: UTF8.self)
    }

    private static func unescaped(_ raw: ArraySlice<UInt8>) -> String {
        let text = String(decoding: raw, as: UTF8.self)
        guard raw.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
}
