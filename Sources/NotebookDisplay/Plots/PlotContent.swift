/// Something that can stand between the braces of a plot or a panel.
public protocol PlotContent {
    /// Puts it on top of what the panel has already.
    func add(to panel: inout Panel)
}

/// Collects the contents of a plot or a panel.
@resultBuilder
public enum PlotBuilder {
    /// One part.
    public static func buildExpression(_ part: any PlotContent) -> [any PlotContent] { [part] }
    /// Parts from back to front.
    public static func buildBlock(_ parts: [any PlotContent]...) -> [any PlotContent] { parts.flatMap(\.self) }
    /// `if` without `else`.
    public static func buildOptional(_ parts: [any PlotContent]?) -> [any PlotContent] { parts ?? [] }
    /// `if`.
    public static func buildEither(first parts: [any PlotContent]) -> [any PlotContent] { parts }
    /// `else`.
    public static func buildEither(second parts: [any PlotContent]) -> [any PlotContent] { parts }
    /// `for`.
    public static func buildArray(_ parts: [[any PlotContent]]) -> [any PlotContent] { parts.flatMap(\.self) }
}

/// One thing drawn on a panel.
public enum Mark: Hashable, Sendable {
    /// Points given by x and y, joined or not.
    case curve(Curve)
    /// A range of y at each x.
    case interval(Interval)
    case bars(Bars)
    case histogram(Histogram)
    case box(Box)
    case heat(HeatMap)
    case span(Span)
    case rule(Rule)
    case note(Note)
}

extension Mark: PlotContent {
    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { panel.marks.append(self) }
}

/// How many points of a series are not in its data, and why.
public struct Omission: Hashable, Sendable {
    /// Values of the longer sequence that had no partner in the shorter one.
    public var unpaired: Int
    /// Points thinned out because the series was over its budget; extremes are kept.
    public var thinned: Int
    /// Values that were not finite, where these cannot leave a gap.
    public var undefined: Int

    /// Nothing is missing unless said.
    public init(unpaired: Int = 0, thinned: Int = 0, undefined: Int = 0) {
        self.unpaired = unpaired
        self.thinned = thinned
        self.undefined = undefined
    }
}
