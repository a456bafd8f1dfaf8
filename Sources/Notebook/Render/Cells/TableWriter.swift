import Markup
import NotebookDisplay

/// Writes a table: heads with units, numbers aligned on the decimal point, a frame that scrolls where it is too big.
struct TableWriter {
    private let table: Table
    private let name: String?
    private let captionID: String?
    private let memos: PageMemos

    /// More rows than this stand in a frame that scrolls; all of them are in the page.
    private static let longest = 24

    /// A table with a caption elsewhere on the page.
    init(table: Table, captionID: String, memos: PageMemos) {
        (self.table, self.memos) = (table, memos)
        self.captionID = captionID
        name = nil
    }

    /// A table that is only named for those who cannot see it.
    init(table: Table, name: String, memos: PageMemos) {
        (self.table, self.memos) = (table, memos)
        self.name = name
        captionID = nil
    }

    var html: HTML {
        let isLong = table.rowCount > Self.longest
        var result = HTML(
            "div",
            [
                "class": isLong ? "scroll long" : "scroll", "role": "region", "tabindex": "0",
                "aria-label": name, "aria-labelledby": captionID,
            ]
        ) {
            HTML("table", ["class": "data", "aria-label": name, "aria-labelledby": captionID]) {
                HTML("thead") { head }
                HTML("tbody") { memos.rows(of: table, make: Self.rows) }
            }
        }
        if table.rowsCut > 0 { result.append(cut) }
        return result
    }

    private var head: HTML {
        HTML("tr") {
            for column in table.columns {
                HTML("th", ["scope": "col", "class": column.isNumeric ? "n" : nil]) {
                    column.title
                    if let unit = column.unit { HTML("span", ["class": "unit"]) { " (\(unit))" } }
                }
            }
        }
    }

    private static func rows(of table: Table) -> HTML {
        let columns = table.columns.map(ColumnWriter.init)
        return HTML.joined(
            (0..<table.rowCount).map { row in
                HTML("tr") {
                    for column in columns { column.cell(row) }
                }
            })
    }

    private var cut: HTML {
        let count = NumberFormat.integer.text(for: table.rowsCut)
        return HTML("p", ["class": "cut"]) { "\(count) more \(table.rowsCut == 1 ? "row is" : "rows are") not shown." }
    }
}
