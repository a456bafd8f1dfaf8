import NotebookDisplay

/// The numbers behind a plot as a table.
enum PlotData {
    /// More rows than anyone reads on a page; the complete series are what machines get.
    static let rowLimit = 500

    static func table(of plot: Plot) -> Table {
        let panels = zip(titles(of: plot.panels), plot.panels).map { (title: $0, parts: PanelData($1).parts) }
        var table = (besideEachOther(panels) ?? belowEachOther(panels)).limited(to: rowLimit)
        table.caption = PlotDescription.omissions(of: plot)
        return table
    }

    /// What the panels are called: by their titles, else by what tells their axes apart, else by their numbers.
    private static func titles(of panels: [Panel]) -> [String] {
        let candidates = panels.map { panel in
            panel.title.map { [$0] } ?? [panel.y.label, panel.x.label].compactMap(\.self)
        }
        return candidates.enumerated().map { index, names in
            names.first { name in candidates.count { $0.contains(name) } == 1 } ?? "Panel \(index + 1)"
        }
    }

    /// Panels over the same x with one row for each x; nil where their x differ.
    private static func besideEachOther(_ panels: [(title: String, parts: [Table])]) -> Table? {
        let tables = panels.compactMap { $0.parts.count == 1 ? $0.parts[0] : nil }
        guard tables.count == panels.count, tables.count > 1, let x = tables[0].columns.first,
            tables.allSatisfy({ $0.columns.first == x })
        else { return nil }
        let headings = tables.flatMap { Set($0.columns.dropFirst().map(\.heading)) }
        let values = zip(panels, tables).flatMap { panel, table in
            table.columns.dropFirst().map { column in
                var column = column
                let isAmbiguous = headings.count { $0 == column.heading } > 1
                if isAmbiguous { column.title = "\(panel.title), \(column.title)" }
                return column
            }
        }
        return Table(columns: [x] + values)
    }

    private static func belowEachOther(_ panels: [(title: String, parts: [Table])]) -> Table {
        let parts = panels.flatMap { panel in
            panel.parts.map { panels.count > 1 ? $0.labelled("Panel", panel.title) : $0 }
        }
        return joined(parts)
    }

    /// Tables with equal headings below each other; a heading that a table lacks is missing there.
    private static func joined(_ parts: [Table]) -> Table {
        var columns: [Table.Column] = []
        var rows = 0
        for part in parts {
            for column in part.columns {
                // Equal headings of one table are columns of their own.
                let place =
                    columns.firstIndex {
                        $0.title == column.title && $0.unit == column.unit && $0.values.count <= rows
                    } ?? columns.count
                if place == columns.count {
                    columns.append(
                        Table.Column(title: column.title, unit: column.unit, format: column.format, values: []))
                }
                let gap = rows - columns[place].values.count
                columns[place].values += Array(repeating: .missing, count: gap) + column.values
            }
            rows += part.rowCount
        }
        return Table(columns: columns)
    }
}

/// The numbers of one panel.
private struct PanelData {
    let panel: Panel
    let x: String
    let y: String

    init(_ panel: Panel) {
        self.panel = panel
        x = panel.x.label ?? "x"
        y = panel.y.label ?? "y"
    }

    /// Series over the same x stand side by side, others below each other.
    var parts: [Table] {
        let tables = panel.marks.compactMap(table)
        guard let first = tables.first, tables.count > 1,
            tables.allSatisfy({ $0.columns.first == first.columns.first })
        else { return tables.count > 1 ? zip(tables, names).map { $0.labelled("Series", $1) } : tables }
        let values = zip(tables, names).flatMap { table, name in
            table.columns.dropFirst().map { column in
                var column = column
                column.title = column.title == y ? name : "\(name), \(column.title)"
                return column
            }
        }
        return [Table(columns: first.columns.prefix(1) + values)]
    }

    private var names: [String] {
        panel.marks.filter { table(of: $0) != nil }.enumerated().map { index, mark in
            if case .box(let box) = mark { return box.name }
            return PanelContents.name(of: mark) ?? "Series \(index + 1)"
        }
    }

    private func table(of mark: Mark) -> Table? {
        switch mark {
        case .curve(let curve): Table(columns: [xColumn(curve.x), yColumn(y, curve.y)])
        case .interval(let interval):
            Table(columns: [
                xColumn(interval.x), yColumn("low", interval.low), yColumn("high", interval.high),
            ])
        case .bars(let bars):
            Table(columns: [
                Table.Column(title: x, unit: panel.x.unit, values: bars.categories.map { .text($0) }),
                yColumn(y, bars.values),
            ])
        case .histogram(let histogram): histogram.counts.isEmpty ? nil : table(of: histogram)
        case .box(let box): table(of: box)
        case .heat(let map): table(of: map)
        case .span, .rule, .note: nil
        }
    }

    private func table(of histogram: Histogram) -> Table {
        Table(columns: [
            numbers("from", Array(histogram.edges.dropLast()), panel.x.unit),
            numbers("to", Array(histogram.edges.dropFirst()), panel.x.unit),
            Table.Column(title: panel.y.label ?? "count", values: histogram.counts.map { .integer($0) }),
        ])
    }

    private func table(of box: Box) -> Table {
        let statistics = [
            ("lower whisker", box.lowerWhisker), ("lower quartile", box.lowerQuartile), ("median", box.median),
            ("upper quartile", box.upperQuartile), ("upper whisker", box.upperWhisker),
        ]
        return Table(columns: [
            Table.Column(title: "statistic", values: statistics.map { .text($0.0) }), yColumn(y, statistics.map(\.1)),
        ])
    }

    private func table(of map: HeatMap) -> Table {
        let columns = map.columns.indices.map { column in
            let values = map.rows.indices.map { map.values[$0 * map.columns.count + column] }
            return numbers(map.columns[column], values, nil, map.format)
        }
        return Table(columns: [Table.Column(title: y, values: map.rows.map { .text($0) })] + columns)
    }

    private func xColumn(_ values: [Double]) -> Table.Column { numbers(x, values, panel.x.unit) }

    private func yColumn(_ title: String, _ values: [Double]) -> Table.Column { numbers(title, values, panel.y.unit) }

    private func numbers(
        _ title: String, _ values: [Double], _ unit: String?, _ format: NumberFormat = .automatic
    ) -> Table.Column {
        Table.Column(title: title, unit: unit, format: format, values: values.map { $0.isNaN ? .missing : .number($0) })
    }
}

extension Table {
    /// The table behind a column that says the same in every row.
    fileprivate func labelled(_ title: String, _ text: String) -> Table {
        Table(columns: [Column(title: title, values: Array(repeating: .text(text), count: rowCount))] + columns)
    }
}
