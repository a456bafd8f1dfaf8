/// A range of y at each x: the form of `ErrorBars` and `Ribbon`.
public struct Interval: Hashable, Sendable {
    /// How the ranges are drawn.
    public enum Style: UInt8, Hashable, Sendable {
        case errorBars
        case ribbon
    }

    /// The name in the legend.
    public var name: String?
    /// How it is drawn.
    public var style: Style
    /// Where the ranges stand.
    public var x: [Double]
    /// As many as `x`; an end that is not finite leaves a gap.
    public var low: [Double]
    /// The upper ends, as many as `x`.
    public var high: [Double]
    /// The middle that error bars mark; empty for a ribbon.
    public var middle: [Double]
    /// What is not in the data, and why.
    public var omitted: Omission

    init(_ style: Style, name: String?, x: [Double], columns: [[Double]]) {
        let lengths = [x.count] + columns.map(\.count)
        let pairs = lengths.min() ?? 0
        let kept = Thinning.extremes(of: columns.map { Array($0.prefix(pairs)) }, to: Budget.points)
        self.name = name
        self.style = style
        self.x = kept.map { x[$0] }
        low = kept.map { columns[0][$0] }
        high = kept.map { columns[1][$0] }
        middle = columns.count > 2 ? kept.map { columns[2][$0] } : []
        omitted = Omission(unpaired: (lengths.max() ?? 0) - pairs, thinned: pairs - kept.count)
    }
}

/// A bar from a low to a high value at every x, with a mark at the value itself.
public struct ErrorBars: PlotContent {
    let interval: Interval

    /// Bars from y − error to y + error.
    public init(
        _ x: some Sequence<some PlotNumber>, _ y: some Sequence<some PlotNumber>,
        plusMinus error: some Sequence<some PlotNumber>, name: String? = nil
    ) {
        let (middle, error) = (y.plotValues, error.plotValues)
        let low = zip(middle, error).map { $0 - $1 }
        let high = zip(middle, error).map { $0 + $1 }
        interval = Interval(.errorBars, name: name, x: x.plotValues, columns: [low, high, middle])
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.interval(interval).add(to: &panel) }
}

/// A shaded band between two curves.
public struct Ribbon: PlotContent {
    let interval: Interval

    /// The band from low to high over x.
    public init(
        _ x: some Sequence<some PlotNumber>, low: some Sequence<some PlotNumber>,
        high: some Sequence<some PlotNumber>, name: String? = nil
    ) {
        interval = Interval(.ribbon, name: name, x: x.plotValues, columns: [low.plotValues, high.plotValues])
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.interval(interval).add(to: &panel) }
}
