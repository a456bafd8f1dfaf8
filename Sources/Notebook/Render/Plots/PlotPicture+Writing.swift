extension PlotPicture {
    /// What the reader is told about the picture, and how its ids begin.
    struct Labels {
        var idPrefix: String
        var title: String
        var description: String
    }

    /// One `svg` element whose colours are classes.
    func svg(width: Int, height: Int, labels: Labels) -> String {
        let (title, description) = (labels.idPrefix + "-title", labels.idPrefix + "-desc")
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" role=\"img\""
                + " aria-labelledby=\"\(Self.escaped(title)) \(Self.escaped(description))\""
                + " font-family=\"system-ui,sans-serif\" font-size=\"12\" fill=\"none\" stroke-linejoin=\"round\">",
            "<title id=\"\(Self.escaped(title))\">\(Self.escaped(labels.title))</title>",
            "<desc id=\"\(Self.escaped(description))\">\(Self.escaped(labels.description))</desc>",
        ]
        parts += layered().map(Self.element)
        return parts.joined(separator: "\n") + "\n</svg>"
    }

    private static func element(_ shape: Shape) -> String {
        switch shape {
        case .path(let path, let style): "<path\(attributes(style))\(edges(path, style)) d=\"\(path.data)\"/>"
        case .text(let lettering): element(lettering)
        }
    }

    /// Fields that touch must not show their seams.
    private static func edges(_ path: SVGPath, _ style: Style) -> String {
        style.stroke == nil && path.isUpright ? " shape-rendering=\"crispEdges\"" : ""
    }

    private static func attributes(_ style: Style) -> String {
        let classes = [style.fill.map { "fill-\($0.className)" }, style.stroke.map { "stroke-\($0.className)" }]
        var text = " class=\"\(classes.compactMap(\.self).joined(separator: " "))\""
        if style.opacity != 100 { text += " fill-opacity=\"\(Double(style.opacity) / 100)\"" }
        if style.stroke != nil, style.width != 10 { text += " stroke-width=\"\(SVGPath.number(style.width))\"" }
        if !style.dash.isEmpty { text += " stroke-dasharray=\"\(style.dash)\"" }
        return text
    }

    private static func element(_ lettering: Lettering) -> String {
        let (x, y) = (SVGPath.number(lettering.x), SVGPath.number(lettering.y))
        var text = "<text class=\"fill-\(lettering.colour.className)\""
        if lettering.rotation == 0 {
            text += " x=\"\(x)\" y=\"\(y)\""
        } else {
            text += " transform=\"translate(\(x) \(y)) rotate(\(lettering.rotation))\""
        }
        if lettering.anchor != "start" { text += " text-anchor=\"\(escaped(lettering.anchor))\"" }
        if lettering.size != 12 { text += " font-size=\"\(lettering.size)\"" }
        if lettering.isTitle { text += " font-weight=\"600\"" }
        return text + ">\(escaped(lettering.text))</text>"
    }

    /// Text and attribute values of XML; characters that XML forbids are dropped.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\u{0}"..<"\u{20}" where scalar != "\n" && scalar != "\t": break
            case "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
