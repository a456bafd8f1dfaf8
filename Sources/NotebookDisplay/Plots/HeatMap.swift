/// A grid of values, shaded from the least to the greatest.
public struct HeatMap: Hashable, Sendable, PlotContent {
    /// The labels below the columns and beside the rows, the first row on top.
    public var columns: [String]
    /// The labels beside the rows, the first row on top.
    public var rows: [String]
    /// Row by row, as many as `rows` times `columns`; a value that is not finite leaves its field empty.
    public var values: [Double]
    /// What the shade means.
    public var label: String?
    /// How the fields and the scale are lettered.
    public var format: NumberFormat
    /// Whether every field shows its value.
    public var isAnnotated: Bool
    /// What is not in the data, and why.
    public var omitted: Omission

    /// Rows of values; a short row is filled with gaps, surplus values and labels are left out and counted.
    public init(
        _ values: [[some PlotNumber]], columns: [some CustomStringConvertible], rows: [some CustomStringConvertible],
        label: String? = nil
    ) {
        let width = min(columns.count, Budget.categories)
        let height = min(rows.count, values.count, Budget.heatValues / max(width, 1))
        self.columns = columns.prefix(width).map(\.description)
        self.rows = rows.prefix(height).map(\.description)
        self.values = values.prefix(height).flatMap { row in
            let kept = row.prefix(width).plotValues
            return kept + Array(repeating: .nan, count: width - kept.count)
        }
        self.label = label
        format = .automatic
        isAnnotated = false
        let given = values.reduce(0) { $0 + $1.count }
        let kept = values.prefix(height).reduce(0) { $0 + min($1.count, width) }
        omitted = Omission(unpaired: given - kept)
    }

    /// The heat map with its value in every field.
    public func annotated() -> HeatMap {
        var map = self
        map.isAnnotated = true
        return map
    }

    /// The heat map with its values written this way.
    public func format(_ format: NumberFormat) -> HeatMap {
        var map = self
        map.format = format
        return map
    }

    /// Draws it on top of the panel.
    public func add(to panel: inout Panel) { Mark.heat(self).add(to: &panel) }
}
