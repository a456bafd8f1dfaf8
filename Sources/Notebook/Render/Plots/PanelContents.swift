import NotebookDisplay

/// What a panel's marks mean for its axes and legend.
struct PanelContents {
    let panel: Panel

    /// The labels of the horizontal axis where marks stand in categories, in order of appearance.
    var categories: [String] {
        var seen: Set<String> = []
        return panel.marks.flatMap(Self.categories).filter { seen.insert($0).inserted }
    }

    /// The heat map that takes over both axes.
    var heatMap: HeatMap? {
        panel.marks.lazy.compactMap { if case .heat(let map) = $0 { map } else { nil } }.first
    }

    /// How many bars share a category.
    var barsCount: Int { panel.marks.count { if case .bars = $0 { true } else { false } } }

    /// Whether anything finite is drawn.
    var isEmpty: Bool {
        if let heatMap { return !heatMap.values.contains(where: \.isFinite) }
        return !panel.marks.contains { mark in
            let (x, y) = Self.points(of: mark)
            return zip(x, y).contains { $0.isFinite && $1.isFinite }
        }
    }

    /// The values that the horizontal axis must reach.
    var xValues: [Double] {
        panel.marks.flatMap { mark in
            if case .rule(let rule) = mark, case .vertical(let x) = rule.course { return [x] }
            if case .note(let note) = mark { return [note.x] }
            return Self.points(of: mark).x
        }
    }

    /// The values that the vertical axis must reach.
    var yValues: [Double] {
        panel.marks.flatMap { mark in
            switch mark {
            case .rule(let rule):
                if case .horizontal(let y) = rule.course { return [y] }
                return []
            case .note(let note): return [note.y]
            case .interval(let interval): return interval.low + interval.high
            case .bars, .histogram: return Self.points(of: mark).y + [0]
            case .box(let box): return [box.lowerWhisker, box.upperWhisker] + box.outliers
            case .curve, .heat, .span: return Self.points(of: mark).y
            }
        }
    }

    /// The values at which discs, squares and other marks with a size of their own stand.
    var markedValues: [Double] {
        panel.marks.flatMap { mark -> [Double] in
            switch mark {
            case .curve(let curve): curve.style == .points || curve.style == .markedLine ? curve.y : []
            case .interval(let interval): interval.style == .errorBars ? interval.low : []
            case .box(let box): box.outliers
            case .note(let note): [note.y]
            case .bars, .histogram, .heat, .span, .rule: []
            }
        }
    }

    /// Whether spans or vertical lines are labelled at the top of the panel.
    var hasTopLabels: Bool {
        panel.marks.contains { mark in
            switch mark {
            case .span(let span): span.direction == .x && span.label != nil
            case .rule(let rule): if case .vertical = rule.course { rule.label != nil } else { false }
            default: false
            }
        }
    }

    /// The colour of every mark: one for each series, the same for equal names.
    ///
    /// An unnamed range belongs to the series that follows it, or else to the one before.
    var colours: [Int] {
        var byName: [String: Int] = [:]
        var count = 0
        return panel.marks.map { mark in
            switch mark {
            case .curve(let curve): Self.colour(curve.name, &byName, &count)
            case .bars(let bars): Self.colour(bars.name, &byName, &count)
            case .histogram(let histogram): Self.colour(histogram.name, &byName, &count)
            case .interval(let interval) where interval.name != nil: Self.colour(interval.name, &byName, &count)
            case .interval: Self.nextColour(count, of: seriesCount)
            case .box, .heat, .span, .rule, .note: 0
            }
        }
    }

    /// What a legend explains: every name with the first series that bears it.
    var legend: [LegendEntry] {
        guard panel.legend == .automatic else { return [] }
        var seen: Set<String> = []
        let entries = zip(panel.marks, colours).compactMap { mark, colour in
            Self.name(of: mark).flatMap { name in
                seen.insert(name).inserted ? LegendEntry(name: name, colour: colour, look: Self.look(of: mark)) : nil
            }
        }
        return entries.count > 1 ? entries : []
    }
}

/// A series as a legend tells it; equal ones look the same.
struct LegendEntry: Hashable {
    enum Look: Hashable {
        case curve(Curve.Style)
        case interval(Interval.Style)
        case area
    }

    var name: String
    var colour: Int
    var look: Look
}

extension PanelContents {
    private var seriesCount: Int {
        var names: Set<String> = []
        return panel.marks.count { mark in
            switch mark {
            case .curve, .bars, .histogram: Self.name(of: mark).map { names.insert($0).inserted } ?? true
            default: false
            }
        }
    }

    private static func nextColour(_ count: Int, of total: Int) -> Int { count < total ? count : max(count - 1, 0) }

    private static func colour(_ name: String?, _ byName: inout [String: Int], _ count: inout Int) -> Int {
        if let name, let known = byName[name] { return known }
        defer { count += 1 }
        if let name { byName[name] = count }
        return count
    }

    static func name(of mark: Mark) -> String? {
        switch mark {
        case .curve(let curve): curve.name
        case .interval(let interval): interval.name
        case .bars(let bars): bars.name
        case .histogram(let histogram): histogram.name
        case .box, .heat, .span, .rule, .note: nil
        }
    }

    private static func look(of mark: Mark) -> LegendEntry.Look {
        switch mark {
        case .curve(let curve): .curve(curve.style)
        case .interval(let interval): .interval(interval.style)
        case .bars, .histogram, .box, .heat, .span, .rule, .note: .area
        }
    }

    private static func categories(of mark: Mark) -> [String] {
        switch mark {
        case .bars(let bars): bars.categories
        case .box(let box): [box.name]
        default: []
        }
    }

    private static func points(of mark: Mark) -> (x: [Double], y: [Double]) {
        switch mark {
        case .curve(let curve): (curve.x, curve.y)
        case .interval(let interval): (interval.x, zip(interval.low, interval.high).map(+))
        case .bars(let bars): (bars.values.indices.map(Double.init), bars.values)
        case .histogram(let histogram): (histogram.edges, histogram.counts.map(Double.init) + [0])
        case .box(let box): ([0], [box.median])
        case .heat, .span, .rule, .note: ([], [])
        }
    }
}
