/// Points given by x and y, joined or not: the form of `Line`, `Points`, `Step` and `ROCCurve`.
public struct Curve: Hashable, Sendable {
    /// How the points are drawn.
    public enum Style: UInt8, Hashable, Sendable {
        case line
        case points
        /// A line with a mark on every point.
        case markedLine
        /// Every value holds until the next x.
        case step
    }

    /// The name in the legend.
    public var name: String?
    /// How it is drawn.
    public var style: Style
    /// The positions on the horizontal axis.
    public var x: [Double]
    /// As many as `x`; a value that is not finite interrupts the line.
    public var y: [Double]
    /// What is not in the data, and why.
    public var omitted: Omission

    /// Pairs up to the shorter of the two; thins out what is over the budget.
    public init(_ x: [Double], _ y: [Double], style: Style, name: String? = nil) {
        let pairs = min(x.count, y.count)
        let kept = Thinning.extremes(of: [Array(y.prefix(pairs))], to: Budget.points)
        self.name = name
        self.style = style
        self.x = kept.map { x[$0] }
        self.y = kept.map { y[$0] }
        omitted = Omission(unpaired: max(x.count, y.count) - pairs, thinned: pairs - kept.count)
    }
}

/// A line through points, in the order given.
public struct Line: PlotContent {
    let curve: Curve

    /// A line through x and y.
    /// `marked` puts a mark on every point.
    public init(
        _ x: some Sequence<some PlotNumber>, _ y: some Sequence<some PlotNumber>, name: String? = nil,
        marked: Bool = false
    ) {
        curve = Curve(x.plotValues, y.plotValues, style: marked ? .markedLine : .line, name: name)
    }

    /// A line through values at 0, 1, 2 ….
    public init(_ y: some Sequence<some PlotNumber>, name: String? = nil, marked: Bool = false) {
        let values = y.plotValues
        self.init(values.indices, values, name: name, marked: marked)
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.curve(curve).add(to: &panel) }
}

/// Points that are not joined.
public struct Points: PlotContent {
    let curve: Curve

    /// A point at every x and y.
    public init(_ x: some Sequence<some PlotNumber>, _ y: some Sequence<some PlotNumber>, name: String? = nil) {
        curve = Curve(x.plotValues, y.plotValues, style: .points, name: name)
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.curve(curve).add(to: &panel) }
}

/// A staircase: every value holds until the next x.
public struct Step: PlotContent {
    let curve: Curve

    /// A step to y at every x.
    public init(_ x: some Sequence<some PlotNumber>, _ y: some Sequence<some PlotNumber>, name: String? = nil) {
        curve = Curve(x.plotValues, y.plotValues, style: .step, name: name)
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.curve(curve).add(to: &panel) }
}

/// A receiver operating characteristic: the panel becomes a square from 0 to 1 with the diagonal of pure chance.
public struct ROCCurve: PlotContent {
    let curve: Curve

    /// The share of detected positives over the share of false alarms.
    public init(
        falsePositiveRate: some Sequence<some PlotNumber>, truePositiveRate: some Sequence<some PlotNumber>,
        name: String? = nil
    ) {
        curve = Curve(falsePositiveRate.plotValues, truePositiveRate.plotValues, style: .line, name: name)
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) {
        panel.isSquare = true
        for axis in [\Panel.x, \Panel.y] { (panel[keyPath: axis].lower, panel[keyPath: axis].upper) = (0, 1) }
        panel.x.label = panel.x.label ?? "False positive rate"
        panel.y.label = panel.y.label ?? "True positive rate"
        let chance = Rule(slope: 1, intercept: 0)
        if !panel.marks.contains(.rule(chance)) { chance.add(to: &panel) }
        Mark.curve(curve).add(to: &panel)
    }
}
