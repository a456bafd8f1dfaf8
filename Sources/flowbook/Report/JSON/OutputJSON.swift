import Foundation
import Notebook
import NotebookDisplay

/// What a cell showed, for a program to read: values as they are, not as the page writes them.
enum OutputJSON {
    static func object(_ output: Output) -> JSON {
        switch output {
        case .text(let text): .object(["type": "text", "text": .string(text)])
        case .markdown(let text): .object(["type": "markdown", "text": .string(text)])
        case .formula(let tex): .object(["type": "formula", "text": .string(tex)])
        case .html(let markup): .object(["type": "html", "text": .string(markup)])
        case .table(let table): self.table(table)
        case .summary(let summary): self.summary(summary)
        case .plot(let plot): PlotJSON.object(plot)
        case .image(let picture): image(picture)
        case .bytes(let map): bytes(map)
        }
    }

    private static func table(_ table: Table) -> JSON {
        let columns = table.columns.map { column in
            JSON.object(["title": .string(column.title), "unit": JSON(column.unit)])
        }
        let rows = (0..<table.rowCount).map { row in JSON.array(table.columns.map { value($0.values[row]) }) }
        return .object([
            "type": "table", "caption": JSON(table.caption), "columns": .array(columns), "rows": .array(rows),
            "rowsCut": .integer(table.rowsCut),
        ])
    }

    private static func summary(_ summary: Summary) -> JSON {
        let items = summary.items.map { item in
            JSON.object(["name": .string(item.name), "value": value(item.value), "unit": JSON(item.unit)])
        }
        return .object(["type": "summary", "items": .array(items), "itemsCut": .integer(summary.itemsCut)])
    }

    private static func image(_ picture: Picture) -> JSON {
        .object([
            "type": "image", "mediaType": .string(picture.mediaType), "size": .integer(picture.bytes.count),
            "base64": .string(Data(picture.bytes).base64EncodedString()), "alternative": .string(picture.alternative),
            "caption": JSON(picture.caption),
        ])
    }

    private static func bytes(_ map: ByteMap) -> JSON {
        let fields = map.fields.map { field in
            JSON.object([
                "name": .string(field.name), "part": .string(field.part), "offset": .integer(field.offset),
                "count": .integer(field.count), "hexadecimal": .string(field.hexadecimal), "value": JSON(field.value),
            ])
        }
        return .object([
            "type": "bytes", "caption": JSON(map.caption), "fields": .array(fields),
            "fieldsCut": .integer(map.fieldsCut),
        ])
    }

    private static func value(_ value: Table.Value) -> JSON {
        switch value {
        case .integer(let integer): .integer(integer)
        case .number(let number): .number(number)
        case .estimate(let estimate): self.estimate(estimate)
        case .text(let text): .string(text)
        case .flag(let flag): .bool(flag)
        case .missing: .null
        }
    }

    private static func estimate(_ estimate: Estimate) -> JSON {
        .object(["value": .number(estimate.value), "low": .number(estimate.low), "high": .number(estimate.high)])
    }
}
