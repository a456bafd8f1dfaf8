/// A panel, or a plot whose panels are all adjusted at once.
public protocol PanelAdjusting {
    /// The same value with every panel changed.
    func adjustingPanels(_ change: (inout Panel) -> Void) -> Self
}

extension Panel: PanelAdjusting {
    /// The same value with every panel changed.
    public func adjustingPanels(_ change: (inout Panel) -> Void) -> Panel {
        var panel = self
        change(&panel)
        return panel
    }
}

extension Plot: PanelAdjusting {
    /// The same value with every panel changed.
    public func adjustingPanels(_ change: (inout Panel) -> Void) -> Plot {
        var plot = self
        for index in plot.panels.indices { change(&plot.panels[index]) }
        return plot
    }
}

extension PanelAdjusting {
    /// Names the horizontal axis and its unit.
    public func xLabel(_ label: String, unit: String? = nil) -> Self {
        adjustingPanels { ($0.x.label, $0.x.unit) = (label, unit) }
    }

    /// Names the vertical axis and its unit.
    public func yLabel(_ label: String, unit: String? = nil) -> Self {
        adjustingPanels { ($0.y.label, $0.y.unit) = (label, unit) }
    }

    /// Shows this part of the horizontal axis: `0...1`, `0...`, `...1`.
    public func xRange(_ range: some AxisRange) -> Self {
        adjustingPanels { ($0.x.lower, $0.x.upper) = range.ends }
    }

    /// Shows this part of the vertical axis: `0...1`, `0...`, `...1`.
    public func yRange(_ range: some AxisRange) -> Self {
        adjustingPanels { ($0.y.lower, $0.y.upper) = range.ends }
    }

    /// Makes the horizontal axis linear or logarithmic.
    public func xScale(_ scale: Axis.Scale) -> Self { adjustingPanels { $0.x.scale = scale } }

    /// Makes the vertical axis linear or logarithmic.
    public func yScale(_ scale: Axis.Scale) -> Self { adjustingPanels { $0.y.scale = scale } }

    /// Writes the numbers of the horizontal axis this way, turned by so many degrees.
    public func xTicks(_ format: NumberFormat = .automatic, rotated degrees: Int? = nil) -> Self {
        adjustingPanels { ($0.x.tickFormat, $0.x.tickRotation) = (format, degrees.map { min(max($0, 0), 90) }) }
    }

    /// Writes the numbers of the vertical axis this way.
    public func yTicks(_ format: NumberFormat) -> Self { adjustingPanels { $0.y.tickFormat = format } }

    /// Shows or hides the names of the series.
    public func legend(_ legend: Panel.Legend) -> Self { adjustingPanels { $0.legend = legend } }

    /// Draws a unit equally long on both axes.
    public func square() -> Self { adjustingPanels { $0.isSquare = true } }
}

/// A range that gives one or both ends of an axis.
public protocol AxisRange {
    /// The given ends.
    var ends: (lower: Double?, upper: Double?) { get }
}

extension ClosedRange: AxisRange where Bound: PlotNumber {
    /// The given ends; nil where the data decide.
    public var ends: (lower: Double?, upper: Double?) { (lowerBound.plotValue, upperBound.plotValue) }
}

extension PartialRangeFrom: AxisRange where Bound: PlotNumber {
    /// The given ends; nil where the data decide.
    public var ends: (lower: Double?, upper: Double?) { (lowerBound.plotValue, nil) }
}

extension PartialRangeThrough: AxisRange where Bound: PlotNumber {
    /// The given ends; nil where the data decide.
    public var ends: (lower: Double?, upper: Double?) { (nil, upperBound.plotValue) }
}
