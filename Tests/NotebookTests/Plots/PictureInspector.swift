import Foundation
import FoundationXML

/// Reads a picture with an XML parser that is not ours, and collects what a page must not take on trust.
struct PictureInspector {
    private(set) var elements: [String] = []
    private(set) var attributes: [(element: String, name: String, value: String)] = []
    private(set) var text = ""
    let isWellFormed: Bool

    init(_ svg: String) {
        let parser = XMLParser(data: Data(svg.utf8))
        let collector = Collector()
        parser.delegate = collector
        isWellFormed = parser.parse()
        (elements, attributes, text) = (collector.elements, collector.attributes, collector.text)
    }

    func values(of name: String) -> [String] { attributes.filter { $0.name == name }.map(\.value) }

    private final class Collector: NSObject, XMLParserDelegate {
        var elements: [String] = []
        var attributes: [(element: String, name: String, value: String)] = []
        var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes found: [String: String]
        ) {
            elements.append(name)
            for (key, value) in found { attributes.append((name, key, value)) }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }
}
