/// The shapes of points, by gnuplot's numbers for them.
enum PlotGlyph {
    /// The path of a point and whether it is filled; nil for a number that scripts do not use.
    static func path(number: Int, at centre: SVGPath.Point, radius: Int) -> (path: SVGPath, isFilled: Bool)? {
        let corners: [(Double, Double)]
        switch number {
        case 5, 6: return (SVGPath(strokes: [SVGPath.Stroke(points: [centre], radius: radius)]), number == 6)
        case 3, 4: corners = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
        case 7, 8: corners = [(0, -1.3), (1.2, 0.8), (-1.2, 0.8)]
        case 10: corners = [(0, 1.3), (1.2, -0.8), (-1.2, -0.8)]
        case 12: corners = [(0, -1.4), (1.2, 0), (0, 1.4), (-1.2, 0)]
        default: return nil
        }
        let points = corners.map { corner in
            SVGPath.Point(
                x: centre.x + Int((corner.0 * Double(radius)).rounded()),
                y: centre.y + Int((corner.1 * Double(radius)).rounded()))
        }
        return (SVGPath(strokes: [SVGPath.Stroke(points: points, isClosed: true)]), number.isMultiple(of: 2))
    }
}
