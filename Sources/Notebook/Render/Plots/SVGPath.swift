/// Straight strokes with coordinates in tenths of a pixel, or glyphs around points.
struct SVGPath: Hashable {
    struct Point: Hashable {
        var x: Int
        var y: Int
    }

    struct Stroke: Hashable {
        var points: [Point]
        var isClosed = false
        /// A circle of this radius around the only point, instead of lines.
        var radius: Int?
    }

    var strokes: [Stroke] = []

    /// Both paths as one.
    func appending(_ other: SVGPath) -> SVGPath { SVGPath(strokes: strokes + other.strokes) }

    /// Reads what gnuplot writes: `M` and `L` with absolute coordinates, and `Z`.
    init?(commands: String) {
        for word in commands.split(whereSeparator: \.isWhitespace) {
            if word == "Z" {
                guard !strokes.isEmpty else { return nil }
                strokes[strokes.count - 1].isClosed = true
                continue
            }
            guard let point = Self.point(word.dropFirst()) else { return nil }
            switch word.first {
            case "M": strokes.append(Stroke(points: [point]))
            case "L" where !strokes.isEmpty: strokes[strokes.count - 1].points.append(point)
            default: return nil
            }
        }
        // gnuplot ends many a path with a move that draws nothing.
        strokes.removeAll { $0.points.count < 2 }
    }

    /// Reads the corners of a polygon.
    init?(polygon: String) {
        let corners = polygon.split(whereSeparator: \.isWhitespace).map(Self.point)
        guard corners.allSatisfy({ $0 != nil }) else { return nil }
        strokes = [Stroke(points: corners.compactMap(\.self), isClosed: true)]
    }

    init(strokes: [Stroke]) { self.strokes = strokes }

    /// Whether all lines are horizontal or vertical.
    var isUpright: Bool {
        strokes.allSatisfy { stroke in
            stroke.radius == nil
                && zip(stroke.points, stroke.points.dropFirst()).allSatisfy { $0.x == $1.x || $0.y == $1.y }
        }
    }

    /// The text of the `d` attribute: relative, in pixels, without needless characters.
    var data: String { strokes.map(Self.data).joined() }

    /// A decimal in tenths; nil for what is no number or far off every picture.
    static func tenths(_ text: Substring) -> Int? {
        guard let number = Double(text), abs(number) < 1e6 else { return nil }
        return Int((number * 10).rounded())
    }

    static func point(_ pair: Substring) -> Point? {
        let numbers = pair.split(separator: ",").map(tenths)
        guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return nil }
        return Point(x: x, y: y)
    }

    private static func data(_ stroke: Stroke) -> String {
        guard let first = stroke.points.first else { return "" }
        if let radius = stroke.radius { return circle(first, radius) }
        var text = "M" + pair(first.x, first.y)
        var last = first
        var isFirst = true
        for point in stroke.points.dropFirst() where point != last {
            let step = pair(point.x - last.x, point.y - last.y)
            text += isFirst ? "l" + step : (step.hasPrefix("-") ? step : " " + step)
            last = point
            isFirst = false
        }
        return text + (stroke.isClosed ? "z" : "")
    }

    private static func circle(_ centre: Point, _ radius: Int) -> String {
        let (size, across) = (number(radius), number(2 * radius))
        return
            "M\(pair(centre.x - radius, centre.y))a\(size) \(size) 0 1 0 \(across) 0a\(size) \(size) 0 1 0-\(across) 0"
    }

    private static func pair(_ x: Int, _ y: Int) -> String {
        y < 0 ? number(x) + number(y) : number(x) + " " + number(y)
    }

    /// Tenths as a decimal: 125 is `12.5`, -5 is `-.5`.
    static func number(_ tenths: Int) -> String {
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        let digits = rest == 0 ? "\(whole)" : (whole == 0 ? ".\(rest)" : "\(whole).\(rest)")
        return tenths < 0 ? "-" + digits : digits
    }
}
