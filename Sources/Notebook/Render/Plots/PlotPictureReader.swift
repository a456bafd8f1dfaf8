/// Reads gnuplot's SVG into shapes.
struct PlotPictureReader {
    private var scanner: SVGScanner
    /// The attributes of the open elements, inherited.
    private var inherited: [[String: String]] = []
    private var found: [PlotPicture.Shape] = []

    init(_ svg: String) { scanner = SVGScanner(svg) }

    mutating func shapes() throws(PlotError) -> [PlotPicture.Shape] {
        while let event = try scanner.next() {
            switch event {
            case .start(let name, let attributes): try start(name, attributes)
            case .end: if !inherited.isEmpty { inherited.removeLast() }
            case .text: continue
            }
        }
        return found
    }

    private mutating func start(_ name: String, _ attributes: [String: String]) throws(PlotError) {
        inherited.append((inherited.last ?? [:]).merging(attributes) { $1 })
        switch name {
        case "svg", "g": break
        case "rect" where attributes["fill"] == "none" && attributes["stroke"] == nil: break
        case "title", "desc", "defs": try skip()
        case "path": try addPath(attributes)
        case "polygon": try addPolygon(attributes)
        case "use": try addPoint(attributes)
        case "text": try addText()
        default: throw PlotError(.unexpectedPicture("<\(name)>"))
        }
    }

    /// Passes over all that an element holds; its own end is left.
    private mutating func skip() throws(PlotError) {
        var depth = 0
        while let event = try scanner.next() {
            switch event {
            case .start: depth += 1
            case .end where depth == 0:
                inherited.removeLast()
                return
            case .end: depth -= 1
            case .text: continue
            }
        }
    }
}

extension PlotPictureReader {
    private mutating func addPath(_ attributes: [String: String]) throws(PlotError) {
        guard let path = SVGPath(commands: attributes["d"] ?? "") else {
            throw PlotError(.unexpectedPicture("path \(attributes["d"] ?? "")"))
        }
        if path.strokes.isEmpty { return }
        var style = PlotPicture.Style(stroke: try colour("stroke"))
        style.width = tenths(inherited.last?["stroke-width"]) ?? 10
        style.dash = try Self.dash(attributes["stroke-dasharray"])
        found.append(.path(path, style))
    }

    private mutating func addPolygon(_ attributes: [String: String]) throws(PlotError) {
        guard let path = SVGPath(polygon: attributes["points"] ?? "") else {
            throw PlotError(.unexpectedPicture("polygon \(attributes["points"] ?? "")"))
        }
        let opacity = attributes["fill-opacity"].flatMap(Double.init).map { min(max($0, 0), 1) } ?? 1
        found.append(.path(path, PlotPicture.Style(fill: try colour("fill"), opacity: Int((opacity * 100).rounded()))))
    }

    private mutating func addPoint(_ attributes: [String: String]) throws(PlotError) {
        // gnuplot clears the ground below the point of an error bar, which no theme needs.
        if attributes["color"] == "white" { return }
        let name = attributes["xlink:href"] ?? ""
        let (centre, scale) = Self.transform(attributes["transform"] ?? "")
        guard name.hasPrefix("#gpPt"), let number = Int(name.dropFirst(5)), let centre, let scale,
            let glyph = PlotGlyph.path(number: number, at: centre, radius: scale)
        else { throw PlotError(.unexpectedPicture("point \(name)")) }
        let colour = try colour("color")
        let outline = tenths(inherited.last?["stroke-width"]) ?? 10
        let style =
            glyph.isFilled ? PlotPicture.Style(fill: colour) : PlotPicture.Style(stroke: colour, width: outline)
        found.append(.path(glyph.path, style))
    }

    private mutating func addText() throws(PlotError) {
        var text = ""
        if case .text(let content)? = try scanner.next() { text = content }
        let attributes = inherited.last ?? [:]
        let (place, _) = Self.transform(attributes["transform"] ?? "")
        guard let place else { throw PlotError(.unexpectedPicture("text without a place")) }
        inherited.removeLast()
        guard case .end? = try scanner.next(), !text.isEmpty else { return }
        let rotation = Self.argument(of: "rotate", in: attributes["transform"] ?? "").flatMap(SVGPath.tenths) ?? 0
        let lettering = PlotPicture.Lettering(
            text: GnuplotText.unquoted(text), x: place.x, y: place.y, rotation: rotation / 10,
            colour: try colour("fill", attributes),
            anchor: attributes["text-anchor"] ?? "start", size: (tenths(attributes["font-size"]) ?? 120) / 10,
            isTitle: attributes["font-family"] == "title")
        found.append(.text(lettering))
    }
}

extension PlotPictureReader {
    private func colour(_ key: String, _ attributes: [String: String]? = nil) throws(PlotError) -> PlotColour {
        let text = (attributes ?? inherited.last ?? [:])[key] ?? ""
        let parts = text.hasPrefix("rgb(") ? text.dropFirst(4).dropLast().split(separator: ",") : []
        let numbers = parts.compactMap { part in Int(part.drop { $0 == " " }) }
        guard numbers.count == 3,
            let role = PlotColour(code: numbers[0] << 16 | numbers[1] << 8 | numbers[2])
        else { throw PlotError(.unexpectedPicture("colour '\(text)'")) }
        return role
    }

    private func tenths(_ text: String?) -> Int? { text.flatMap { SVGPath.tenths($0[...]) } }

    private static func dash(_ text: String?) throws(PlotError) -> String {
        guard let text, text != "none" else { return "" }
        let numbers = text.split(separator: ",").map { part in SVGPath.tenths(part.drop { $0 == " " }) }
        guard numbers.allSatisfy({ $0 != nil }) else { throw PlotError(.unexpectedPicture("dashes '\(text)'")) }
        return numbers.compactMap { $0.map(SVGPath.number) }.joined(separator: " ")
    }

    /// The place, and the scale in tenths.
    private static func transform(_ text: String) -> (place: SVGPath.Point?, scale: Int?) {
        (
            SVGPath.point(argument(of: "translate", in: text) ?? ""),
            argument(of: "scale", in: text).flatMap(SVGPath.tenths)
        )
    }

    private static func argument(of name: String, in transform: String) -> Substring? {
        guard let start = transform.firstRange(of: name + "(") else { return nil }
        return transform[start.upperBound...].prefix { $0 != ")" }
    }
}
