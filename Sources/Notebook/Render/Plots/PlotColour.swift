/// What a colour of a plot stands for.
///
/// gnuplot is given one made-up colour for each role, and the pass over its picture turns that colour into a class, so
/// that the page's style sheet alone decides how a role looks in either theme and in print.
enum PlotColour: Hashable {
    /// One of the eight colours of series, from 0.
    case series(Int)
    /// Titles and axes.
    case ink
    /// Tick labels and remarks.
    case muted
    case grid
    /// The ground of a shaded span.
    case span

    static let seriesCount = 8

    /// The made-up colour as gnuplot takes it.
    var code: Int {
        switch self {
        case .series(let index): 0x01_00_01 + index % Self.seriesCount
        case .ink: 0x02_00_01
        case .muted: 0x02_00_02
        case .grid: 0x02_00_03
        case .span: 0x02_00_04
        }
    }

    /// The quoted colour in a script.
    var quoted: String { "'#" + String(code | 0x100_0000, radix: 16).dropFirst() + "'" }

    /// The role of a made-up colour; nil for any other colour.
    init?(code: Int) {
        let roles = (0..<Self.seriesCount).map(Self.series) + [.ink, .muted, .grid, .span]
        guard let role = roles.first(where: { $0.code == code }) else { return nil }
        self = role
    }

    /// What follows `fill-` or `stroke-` in the class.
    var className: String {
        switch self {
        case .series(let index): String(index % Self.seriesCount + 1)
        case .ink: "ink"
        case .muted: "muted"
        case .grid: "grid"
        case .span: "span"
        }
    }
}
