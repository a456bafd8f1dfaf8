import Markup
import NotebookDisplay

/// Writes the cells of a column, with what each lacks to align with the others.
struct ColumnWriter {
    private let column: Table.Column
    private let isNumeric: Bool
    /// How the style sheet knows the column.
    private let role: String?
    /// The values; of estimates the numbers without their ranges.
    private let texts: [String]
    /// Nil where the texts end in units or powers of ten, so that no point can be aligned on.
    private let paddings: [String?]?
    /// Nil where no value has a range.
    private let ranges: RangeColumn?

    /// Longer texts are given room, lest a narrow page sets them word below word.
    private static let wordy = 40

    init(_ column: Table.Column) {
        self.column = column
        isNumeric = column.isNumeric
        texts = isNumeric ? column.values.map { $0.withoutRange.text(column.format) } : column.texts
        role = isNumeric ? "n" : texts.contains { $0.count > Self.wordy } ? "wordy" : nil
        paddings = isNumeric ? DecimalAlignment.paddings(for: texts) : nil
        ranges = isNumeric ? RangeColumn(column) : nil
    }

    /// A number whose text does not say how it compares to the others brings its plain value for sorting.
    func cell(_ row: Int) -> HTML {
        let value = isNumeric && paddings == nil ? column.values[row].number.map { String($0) } : nil
        let padding = paddings?[row]
        let range = ranges?.html(row, after: padding)
        let filling = range == nil ? ranges?.filling(row, after: padding) ?? padding : nil
        return HTML("td", ["class": role, "data-pad": filling, "data-value": value]) {
            texts[row]
            if let range { range }
        }
    }
}

/// The ranges behind the numbers of a column, all of one width.
private struct RangeColumn {
    private let lows: [String]
    private let highs: [String]
    private let fillings: (low: [String], high: [String])

    /// Nil where no value has a range.
    init?(_ column: Table.Column) {
        let estimates = column.values.map(\.estimate)
        guard estimates.contains(where: { $0 != nil }) else { return nil }
        lows = estimates.map { $0.map { column.format.text(for: $0.low) } ?? "" }
        highs = estimates.map { $0.map { column.format.text(for: $0.high) } ?? "" }
        fillings = (WidthAlignment.fillings(for: lows), WidthAlignment.fillings(for: highs))
    }

    /// What stands behind a number that has a range; nil behind others.
    func html(_ row: Int, after padding: String?) -> HTML? {
        guard !lows[row].isEmpty else { return nil }
        return HTML("span", ["class": "range", "data-pad": Self.attribute((padding ?? "") + fillings.low[row])]) {
            " ("
            HTML("span") { lows[row] }
            " to "
            HTML("span", ["data-pad": Self.attribute(fillings.high[row])]) { highs[row] }
            ")"
        }
    }

    /// As wide as a range, for values that have none.
    func filling(_ row: Int, after padding: String?) -> String {
        "\(padding ?? "")\(fillings.low[row]) ( to \(fillings.high[row]))"
    }

    private static func attribute(_ filling: String) -> String? { filling.isEmpty ? nil : filling }
}

extension Table.Value {
    fileprivate var estimate: Estimate? { if case .estimate(let estimate) = self { estimate } else { nil } }

    fileprivate var withoutRange: Table.Value { estimate.map { .number($0.value) } ?? self }
}
