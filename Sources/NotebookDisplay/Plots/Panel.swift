/// One pair of axes and what is drawn on them, from back to front in the order given.
public struct Panel: Hashable, Sendable {
    /// Where the names of the series stand.
    public enum Legend: UInt8, Hashable, Sendable {
        /// Above the panel when there is more than one named series; once above all panels that have the same ones.
        case automatic
        case hidden
    }

    /// The heading above the panel.
    public var title: String?
    /// What is drawn, from back to front.
    public var marks: [Mark]
    /// The horizontal axis.
    public var x: Axis
    /// The vertical axis.
    public var y: Axis
    /// Where the names of the series stand.
    public var legend: Legend
    /// Whether a unit is drawn equally long on both axes, as ROC curves want it.
    public var isSquare: Bool

    /// A panel of marks.
    public init(_ title: String? = nil, marks: [Mark] = [], x: Axis = Axis(), y: Axis = Axis()) {
        self.title = title
        self.marks = marks
        self.x = x
        self.y = y
        legend = .automatic
        isSquare = false
    }

    /// A panel of what stands between the braces.
    public init(_ title: String? = nil, @PlotBuilder _ content: () -> [any PlotContent]) {
        self.init(title, content: content())
    }

    init(_ title: String? = nil, content: [any PlotContent]) {
        self.init(title, marks: [])
        for part in content { part.add(to: &self) }
    }
}

/// The direction, range and lettering of one side of a panel.
public struct Axis: Hashable, Sendable {
    /// How a distance on the axis grows with the value.
    public enum Scale: UInt8, Hashable, Sendable {
        case linear
        /// To base ten; values that are not positive leave a gap.
        case logarithmic
    }

    /// What the axis measures.
    public var label: String?
    /// The unit of the numbers, such as `bits`.
    public var unit: String?
    /// How a distance grows with the value.
    public var scale: Scale
    /// The ends of the axis; nil leaves them to the data.
    public var lower: Double?
    /// The upper end; nil leaves it to the data.
    public var upper: Double?
    /// Degrees by which the tick labels are turned; nil turns them only when they would touch.
    public var tickRotation: Int?
    /// How the numbers on the axis are written.
    public var tickFormat: NumberFormat

    /// A linear axis that follows its data.
    public init(label: String? = nil, unit: String? = nil) {
        self.label = label
        self.unit = unit
        scale = .linear
        tickFormat = .automatic
    }

    /// The label with its unit, such as `Entropy (bits)`.
    public var heading: String? {
        guard let label else { return unit }
        return unit.map { "\(label) (\($0))" } ?? label
    }
}
