/// A shaded stretch of an axis, such as the time of an attack.
public struct Span: Hashable, Sendable, PlotContent {
    /// The axis along which the span extends.
    public enum Direction: UInt8, Hashable, Sendable { case x, y }

    /// The axis along which it extends.
    public var direction: Direction
    /// Where the span begins.
    public var lower: Double
    /// Where the span ends.
    public var upper: Double
    /// What it means, in a few words.
    public var label: String?

    /// A span of the horizontal axis.
    public init(_ range: ClosedRange<some PlotNumber>, label: String? = nil) {
        self.init(.x, range, label: label)
    }

    /// A span of the vertical axis.
    public init(y range: ClosedRange<some PlotNumber>, label: String? = nil) {
        self.init(.y, range, label: label)
    }

    private init(_ direction: Direction, _ range: ClosedRange<some PlotNumber>, label: String?) {
        self.direction = direction
        lower = range.lowerBound.plotValue
        upper = range.upperBound.plotValue
        self.label = label
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.span(self).add(to: &panel) }
}

/// A straight reference line across the panel.
public struct Rule: Hashable, Sendable, PlotContent {
    /// Where the line runs.
    public enum Course: Hashable, Sendable {
        case vertical(x: Double)
        case horizontal(y: Double)
        case slanted(slope: Double, intercept: Double)
    }

    /// Where the line runs.
    public var course: Course
    /// What it means, in a few words.
    public var label: String?

    /// A vertical line.
    public init(x: Double, label: String? = nil) {
        course = .vertical(x: x)
        self.label = label
    }

    /// A vertical line at a number of another type; without preferring doubles, `log2(8)` would be ambiguous.
    @_disfavoredOverload
    public init(x: some PlotNumber, label: String? = nil) { self.init(x: x.plotValue, label: label) }

    /// A horizontal line.
    public init(y: Double, label: String? = nil) {
        course = .horizontal(y: y)
        self.label = label
    }

    /// A horizontal line at a number of another type.
    @_disfavoredOverload
    public init(y: some PlotNumber, label: String? = nil) { self.init(y: y.plotValue, label: label) }

    /// The line y = slope · x + intercept.
    public init(slope: Double, intercept: Double, label: String? = nil) {
        course = .slanted(slope: slope, intercept: intercept)
        self.label = label
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.rule(self).add(to: &panel) }
}

/// A remark beside a point of the panel.
public struct Note: Hashable, Sendable, PlotContent {
    /// The remark.
    public var text: String
    /// The position on the horizontal axis.
    public var x: Double
    /// The position on the vertical axis.
    public var y: Double

    /// A remark at x and y; categories are at 0, 1, 2 ….
    public init(_ text: String, x: Double, y: Double) {
        self.text = text
        self.x = x
        self.y = y
    }

    /// A remark at numbers of other types.
    @_disfavoredOverload
    public init(_ text: String, x: some PlotNumber, y: some PlotNumber) {
        self.init(text, x: x.plotValue, y: y.plotValue)
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.note(self).add(to: &panel) }
}
