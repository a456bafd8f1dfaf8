import Foundation
import NotebookDisplay

/// Where everything of a plot stands, in pixels from the top left corner.
struct PlotLayout {
    static let width = 640.0
    static let tickSize = 12.0
    static let labelSize = 13.0
    static let titleSize = 14.0
    /// From a panel's edge to its tick labels.
    static let tickGap = 7.0
    /// From a panel to the middle of the line of text above it.
    static let headGap = 18.0
    /// From one line of text above a panel to the next.
    static let headRow = 20.0
    /// How far a mark reaches from its middle.
    static let markReach = 4.0
    /// What is added below marks that would lie on the line of the horizontal axis.
    static let markRoom = 6.0

    /// One panel: its scales and the rectangle of its axes.
    struct Frame {
        var contents: PanelContents
        var x: AxisScale
        var y: AxisScale
        var left = 0.0
        var top = 0.0
        var width = 0.0
        var height = 0.0
        /// Degrees by which the labels below are turned.
        var rotation = 0
        /// Where the texts above the panel begin, and how high they reach, title included.
        var labelLeft = 0.0
        var head = 0.0
        var showsXLabels = true
        var showsYLabels = true
        var legend = Legend()

        var panel: Panel { contents.panel }
        var right: Double { left + width }
        var bottom: Double { top + height }
        func pixelX(_ value: Double) -> Double { left + x.share(of: value) * width }
        func pixelY(_ value: Double) -> Double { bottom - y.share(of: value) * height }
    }

    /// The names of series, in so many columns and rows.
    struct Legend {
        var entries: [LegendEntry] = []
        var columns = 0
        var rows = 0

        init() {}

        /// A legend in a stretch of so many pixels.
        init(_ entries: [LegendEntry], width: Double) {
            guard !entries.isEmpty else { return }
            // gnuplot takes every character for 0.6 of the size, and falls back to fewer columns than it is allowed.
            let entry = Double(entries.map(\.name.count).max() ?? 0) * PlotLayout.tickSize * 0.65 + 64
            self.entries = entries
            columns = min(max(Int(width / entry), 1), entries.count)
            rows = (entries.count + columns - 1) / columns
        }
    }

    /// The legend above all panels, where several of them tell the same.
    private(set) var commonLegend = Legend()
    private(set) var frames: [Frame] = []
    private(set) var height = 0.0

    init(_ plot: Plot) {
        let contents = plot.panels.map(PanelContents.init)
        let columns = min(plot.columns, max(contents.count, 1))
        let draft = PanelScales(contents, plot.sharing)
        let plotHeight = Self.plotHeight(columns: columns, count: contents.count) * plot.height
        frames = contents.indices.map { index in
            var frame = Frame(
                contents: contents[index], x: draft.x(index, width: 1), y: draft.y(index, height: plotHeight))
            frame.height = plotHeight
            frame.showsYLabels = draft.showsYLabels(index, columns)
            frame.showsXLabels = draft.showsXLabels(index, columns)
            return frame
        }
        // Which labels overhang is only known once the panels have a width, which then makes room for them.
        for _ in 0..<2 { placeColumns(columns, draft) }
        shareLegend()
        placeRows(columns)
    }

    private static func plotHeight(columns: Int, count: Int) -> Double {
        if columns > 1 { return columns == 2 ? 200 : 160 }
        return count > 1 ? 150 : 240
    }
}

extension PlotLayout {
    /// Gives all panels one width, beside the widest tick labels of their column.
    private mutating func placeColumns(_ columns: Int, _ draft: PanelScales) {
        let lefts = (0..<columns).map { column in indices(column, columns).map { leftMargin(frames[$0]) }.max() ?? 0 }
        let rights = (0..<columns).map { column in indices(column, columns).map { rightMargin(frames[$0]) }.max() ?? 0 }
        let free = Self.width - lefts.reduce(0, +) - rights.reduce(0, +) - Double(columns - 1) * 16
        let width = max(free / Double(columns), 40)
        for column in 0..<columns {
            let before = lefts[0..<column].reduce(0, +) + rights[0..<column].reduce(0, +)
            let left = before + Double(column) * (width + 16) + lefts[column]
            for index in indices(column, columns) {
                frames[index].labelLeft = left - (frames[index].showsYLabels ? lefts[column] - 2 : 0)
                place(index, left, width, draft)
            }
        }
    }

    private mutating func place(_ index: Int, _ left: Double, _ width: Double, _ draft: PanelScales) {
        frames[index].left = left
        frames[index].width = width
        if frames[index].panel.isSquare {
            let side = min(width, 340)
            frames[index].left += (width - side) / 2
            frames[index].labelLeft += (width - side) / 2
            (frames[index].width, frames[index].height) = (side, side)
            frames[index].y = draft.y(index, height: side)
        }
        frames[index].x = draft.x(index, width: frames[index].width)
        frames[index].rotation = Self.rotation(frames[index])
        frames[index].legend = Legend(frames[index].contents.legend, width: frames[index].width)
    }

    /// Puts one legend above all panels, where they would have equal ones.
    private mutating func shareLegend() {
        let legends = frames.map(\.legend.entries).filter { !$0.isEmpty }
        guard legends.count > 1, let first = legends.first, legends.allSatisfy({ $0 == first }) else { return }
        commonLegend = Legend(first, width: Self.width - frames[0].labelLeft)
        for index in frames.indices { frames[index].legend = Legend() }
    }

    /// Gives every row the room its tallest head and foot need.
    private mutating func placeRows(_ columns: Int) {
        var top = commonLegend.rows == 0 ? 0 : Double(commonLegend.rows) * Self.headRow + 4
        for first in stride(from: 0, to: frames.count, by: columns) {
            let row = first..<min(first + columns, frames.count)
            let head = row.map { headHeight(frames[$0]) }.max() ?? 0
            top += head
            let plotHeight = row.map { frames[$0].height }.max() ?? 0
            for index in row { (frames[index].top, frames[index].head) = (top, head) }
            top += plotHeight + (row.map { footHeight(frames[$0]) }.max() ?? 0)
        }
        height = max(top.rounded(.up), 40)
    }

    private func indices(_ column: Int, _ columns: Int) -> [Int] {
        Array(stride(from: column, to: frames.count, by: columns))
    }

    private func leftMargin(_ frame: Frame) -> Double {
        guard frame.showsYLabels else { return max(4, overhang(frame).left) }
        let labels = frame.y.ticks.map { TextWidth.of($0.text, size: Self.tickSize) }.max() ?? 0
        return max(min(labels, 180) + Self.tickGap + 2, overhang(frame).left)
    }

    private func rightMargin(_ frame: Frame) -> Double {
        max(frame.contents.heatMap == nil ? 14 : 74, overhang(frame).right)
    }

    /// How far the tick labels below a panel reach beyond its ends. Turned ones end below their tick.
    private func overhang(_ frame: Frame) -> (left: Double, right: Double) {
        guard frame.showsXLabels, frame.width > 0 else { return (0, 0) }
        let turn = Double(frame.rotation) * .pi / 180
        let reaches = frame.x.ticks.map { tick in
            let length = TextWidth.of(tick.text, size: Self.tickSize)
            let (before, after) = frame.rotation > 0 ? (length * cos(turn), 0) : (length / 2, length / 2)
            let place = frame.x.share(of: tick.value) * frame.width
            return (left: before - place, right: after - (frame.width - place))
        }
        let longest = { (lengths: [Double]) in min(lengths.filter(\.isFinite).max() ?? 0, 120) }
        return (longest(reaches.map(\.left)), longest(reaches.map(\.right)))
    }

    private func footHeight(_ frame: Frame) -> Double {
        guard frame.showsXLabels else { return 14 }
        return tickLabelHeight(frame) + (frame.panel.x.heading == nil ? 8 : 24)
    }

    private func headHeight(_ frame: Frame) -> Double {
        let heading = frame.showsYLabels && frame.panel.y.heading != nil
        let rows = Double(frame.legend.rows + (heading ? 1 : 0)) * Self.headRow
        return 10 + (frame.panel.title == nil ? 0 : 24) + (rows > 0 ? rows + 4 : 0)
    }

    /// The room below the axis that the tick labels take.
    func tickLabelHeight(_ frame: Frame) -> Double {
        guard frame.rotation > 0 else { return 22 }
        let longest = frame.x.ticks.map { TextWidth.of($0.text, size: Self.tickSize) }.max() ?? 0
        return longest * (frame.rotation > 60 ? 1 : 0.75) + 18
    }

    /// Turns labels that would touch.
    private static func rotation(_ frame: Frame) -> Int {
        if let given = frame.panel.x.tickRotation { return given }
        guard frame.x.ticks.count > 1 else { return 0 }
        let slot = frame.width / Double(frame.x.ticks.count)
        let longest = frame.x.ticks.map { TextWidth.of($0.text, size: tickSize) }.max() ?? 0
        return longest + 6 > slot ? 45 : 0
    }
}
