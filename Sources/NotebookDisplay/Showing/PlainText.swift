/// Outputs as they appear where there is no page: in the terminal and in a notebook run as a plain script.
package enum PlainText {
    /// One or more lines, without a line break at the end.
    package static func rendering(_ output: Output) -> String {
        switch output {
        case .text(let text), .markdown(let text), .formula(let text), .html(let text): text
        case .table(let table): rendering(table)
        case .plot(let plot): PlotSummary.lines(of: plot).joined(separator: "\n")
        case .summary(let summary): rendering(summary)
        case .image(let picture): rendering(picture)
        case .bytes(let map): rendering(map)
        }
    }

    private static func rendering(_ table: Table) -> String {
        let columns = table.columns.map(TextColumn.init)
        var lines = table.caption.map { [$0] } ?? []
        lines.append(columns.map(\.heading).joined(separator: "  ").trimmedAtEnd)
        lines.append(columns.map { String(repeating: "─", count: $0.width) }.joined(separator: "  "))
        for row in 0..<table.rowCount {
            lines.append(columns.map { $0.lines[row] }.joined(separator: "  ").trimmedAtEnd)
        }
        if table.rowsCut > 0 { lines.append("… \(NumberFormat.integer.text(for: table.rowsCut)) more rows") }
        return lines.joined(separator: "\n")
    }

    private static func rendering(_ summary: Summary) -> String {
        let width = summary.items.map(\.name.count).max() ?? 0
        var lines = summary.items.map { $0.name.padded(to: width) + "  " + $0.text }
        if summary.itemsCut > 0 { lines.append("… \(NumberFormat.integer.text(for: summary.itemsCut)) more") }
        return lines.joined(separator: "\n")
    }

    private static func rendering(_ map: ByteMap) -> String {
        let table = Table(map.fields) {
            Column("Bytes") { $0.place }
            Column("Part", \.part)
            Column("Field", \.name)
            Column("Hexadecimal") { $0.hexadecimal + ($0.bytesCut > 0 ? " …" : "") }
            Column("Value") { $0.value ?? $0.characters ?? "" }
        }
        var lines = [map.caption.map { rendering(table.captioned($0)) } ?? rendering(table)]
        if map.fieldsCut > 0 { lines.append("… \(NumberFormat.integer.text(for: map.fieldsCut)) more fields") }
        return lines.joined(separator: "\n")
    }

    private static func rendering(_ picture: Picture) -> String {
        let size = NumberFormat.bytes.text(for: picture.bytes.count)
        return "[\(picture.caption ?? picture.alternative): \(picture.mediaType), \(size)]"
    }
}

/// A column of a table as text, every line equally wide.
private struct TextColumn {
    let heading: String
    let lines: [String]
    let width: Int

    init(_ column: Table.Column) {
        let texts = column.isNumeric ? Self.alignedOnPoint(column.texts) : column.texts.map(Self.singleLine)
        let width = max(texts.map(\.count).max() ?? 0, column.heading.count)
        self.width = width
        if column.isNumeric {
            heading = column.heading.padded(to: width, atStart: true)
            lines = texts.map { $0.padded(to: width, atStart: true) }
        } else {
            heading = column.heading.padded(to: width)
            lines = texts.map { $0.padded(to: width) }
        }
    }

    /// Fills up behind the numbers, so that the points meet when the lines end together.
    private static func alignedOnPoint(_ texts: [String]) -> [String] {
        let tails = texts.map { text in text[text.endOfWholePart...].count }
        let tail = tails.max() ?? 0
        return zip(texts, tails).map { $0 + String(repeating: " ", count: tail - $1) }
    }

    private static func singleLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension String {
    fileprivate func padded(to width: Int, atStart: Bool = false) -> String {
        let gap = String(repeating: " ", count: max(width - count, 0))
        return atStart ? gap + self : self + gap
    }

    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Where the whole part of a number ends: before the point, a unit, a percent sign, a power of ten or a range.
    fileprivate var endOfWholePart: Index {
        let others: Set<Character> = ["−", ",", "–", "∞"]
        return firstIndex { !$0.isNumber && !others.contains($0) } ?? endIndex
    }
}
