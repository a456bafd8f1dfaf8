/// The picture of a plot as the few kinds of shapes it consists of.
///
/// Reading is strict: what is not listed here does not pass, and so no script, link, font or colour of its own can.
struct PlotPicture {
    /// How a shape is drawn.
    struct Style: Hashable {
        var fill: PlotColour?
        var stroke: PlotColour?
        /// Percent.
        var opacity = 100
        /// Tenths of a pixel.
        var width = 10
        var dash = ""
    }

    /// A text and its place.
    struct Lettering: Hashable {
        var text: String
        var x: Int
        var y: Int
        var rotation = 0
        var colour: PlotColour
        var anchor: String
        var size: Int
        var isTitle = false
    }

    enum Shape: Hashable {
        case path(SVGPath, Style)
        case text(Lettering)
    }

    private(set) var shapes: [Shape] = []

    init(svg: String) throws(PlotError) {
        var reader = PlotPictureReader(svg)
        shapes = try reader.shapes()
    }

    /// Shapes in drawing order: spans, grid, marks, letters; neighbours of one style joined to one path.
    func layered() -> [Shape] {
        var joined: [Shape] = []
        for layer in 0..<4 {
            for shape in shapes where Self.layer(shape) == layer {
                if case .path(let path, let style) = shape, case .path(let last, style)? = joined.last {
                    joined[joined.count - 1] = .path(last.appending(path), style)
                } else {
                    joined.append(shape)
                }
            }
        }
        return joined
    }

    private static func layer(_ shape: Shape) -> Int {
        switch shape {
        case .path(_, let style) where style.fill == .span: 0
        case .path(_, let style) where style.stroke == .grid: 1
        case .path: 2
        case .text: 3
        }
    }
}
