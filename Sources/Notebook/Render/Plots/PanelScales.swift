import NotebookDisplay

/// The scales of all panels, one for several where they share an axis.
struct PanelScales {
    private let contents: [PanelContents]
    private let sharing: Plot.Sharing

    init(_ contents: [PanelContents], _ sharing: Plot.Sharing) {
        self.contents = contents
        self.sharing = sharing
    }

    private var sharesX: Bool { sharing == .x || sharing == .both }
    private var sharesY: Bool { sharing == .y || sharing == .both }

    /// The horizontal scale of a panel so many pixels wide.
    func x(_ index: Int, width: Double) -> AxisScale {
        if let map = contents[index].heatMap {
            return Self.fields(map.columns, every: Self.skip(map.columns, width))
        }
        let categories = contents[index].categories
        if !categories.isEmpty { return AxisScale(categories: categories, every: Self.skip(categories, width)) }
        let values = sharesX ? contents.flatMap(\.xValues) : contents[index].xValues
        let axis = sharesX ? Self.widest(contents.map(\.panel.x)) : contents[index].panel.x
        var scale = Self.scale(tickCount: Int(width / 85)) { count in
            AxisScale(axis, values: values, tickCount: count, rounded: false)
        } fits: {
            (Self.longest($0.ticks.map(\.text)) + 12) * Double($0.ticks.count) <= width
        }
        if contents[index].isEmpty { scale.ticks = [] }
        return scale
    }

    /// The vertical scale of a panel so many pixels high.
    func y(_ index: Int, height: Double) -> AxisScale {
        if let map = contents[index].heatMap {
            // The first row is on top, the vertical axis grows upwards.
            return Self.fields(map.rows.reversed(), every: Self.skip(map.rows.map { _ in "" }, height))
        }
        let values = sharesY ? contents.flatMap(Self.roomyValues) : Self.roomyValues(contents[index])
        let axis = sharesY ? Self.widest(contents.map(\.panel.y)) : contents[index].panel.y
        var scale = Self.scale(tickCount: Int(height / 45)) { count in
            AxisScale(axis, values: values, tickCount: count, rounded: true)
        } fits: {
            (PlotLayout.tickSize + 6) * Double($0.ticks.count) <= height
        }
        if contents[index].isEmpty { scale.ticks = [] }
        let marked = sharesY ? contents.flatMap(\.markedValues) : contents[index].markedValues
        return scale.makingRoom(
            PlotLayout.markRoom / height, forMarksAt: marked, reaching: PlotLayout.markReach / height, on: axis)
    }

    /// Panels that share the vertical axis are lettered once a row.
    func showsYLabels(_ index: Int, _ columns: Int) -> Bool { !sharesY || index.isMultiple(of: columns) }

    /// Panels that share the horizontal axis are lettered once a column.
    func showsXLabels(_ index: Int, _ columns: Int) -> Bool { !sharesX || index + columns >= contents.count }

    /// The values that the vertical axis must reach, with room for the labels that stand at the top.
    private static func roomyValues(_ contents: PanelContents) -> [Double] {
        let values = contents.yValues
        let finite = values.filter(\.isFinite)
        guard contents.hasTopLabels, contents.panel.y.scale == .linear, let low = finite.min(), let high = finite.max()
        else { return values }
        return values + [high + 0.1 * (high - low)]
    }

    /// All labels where they have 16 pixels, which is enough for turned ones; else only as many as stand upright.
    private static func skip(_ labels: [String], _ pixels: Double) -> Int {
        let slot = pixels / Double(max(labels.count, 1))
        let longest = Self.longest(labels)
        if slot >= 16 || longest + 6 <= slot { return 1 }
        return Int(((longest > 40 ? 22 : longest + 12) / slot).rounded(.up))
    }

    /// A scale with about so many ticks; where two would be all, with more of them, if their labels fit.
    private static func scale(
        tickCount: Int, make: (Int) -> AxisScale, fits: (AxisScale) -> Bool
    ) -> AxisScale {
        let usual = make(tickCount)
        guard usual.ticks.count < 3 else { return usual }
        let finer = make(4)
        return fits(finer) ? finer : usual
    }

    private static func longest(_ labels: [String]) -> Double {
        labels.map { TextWidth.of($0, size: PlotLayout.tickSize) }.max() ?? 0
    }

    private static func fields(_ labels: [String], every step: Int) -> AxisScale {
        var scale = AxisScale(categories: labels, every: step)
        (scale.lower, scale.upper) = (-0.5, Double(max(labels.count, 1)) - 0.5)
        return scale
    }

    /// The first panel's axis with the outermost of all given ends.
    private static func widest(_ axes: [Axis]) -> Axis {
        guard var axis = axes.first else { return Axis() }
        axis.lower = axes.compactMap(\.lower).min()
        axis.upper = axes.compactMap(\.upper).max()
        return axis
    }
}
