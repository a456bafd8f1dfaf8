import Markup
import NotebookDisplay

/// Writes bytes as a row of fields for each part: every field with its name above its bytes and what they say below.
///
/// Each field is labelled where it stands, so that the colours of the parts only help; and fields flow like words, so
/// that a packet fits a telephone and a sheet of paper.
struct ByteMapWriter {
    let map: ByteMap

    /// As many parts have colours of their own as there are series of plots.
    private static let colours = 8

    var html: HTML {
        var result = HTML()
        for (index, part) in map.parts.enumerated() { result.append(Self.html(part, index)) }
        if map.fieldsCut > 0 {
            let count = NumberFormat.integer.text(for: map.fieldsCut)
            result.append(HTML("p", ["class": "cut"]) { "\(count) more fields are not shown." })
        }
        return result
    }

    private static func html(_ part: (name: String, fields: [ByteMap.Field]), _ index: Int) -> HTML {
        HTML("section", ["class": "part part-\(index % colours + 1)", "aria-label": part.name]) {
            HTML("p", ["class": "name"]) { part.name }
            HTML("ul", ["class": "fields", "role": "list"]) {
                for field in part.fields { html(field) }
            }
        }
    }

    private static func html(_ field: ByteMap.Field) -> HTML {
        HTML("li") {
            HTML("span", ["class": "label"]) {
                field.name
                " "
                HTML("span", ["class": "place"]) { field.place }
            }
            HTML("code") { field.hexadecimal }
            if let said = said(field) { HTML("span", ["class": "says"]) { said } }
        }
    }

    /// What the bytes say, and how many more there are.
    private static func said(_ field: ByteMap.Field) -> String? {
        guard field.bytesCut > 0 else { return field.value ?? field.characters }
        let more = "\(NumberFormat.integer.text(for: field.bytesCut)) more bytes"
        return [field.value ?? field.characters, more].compactMap(\.self).joined(separator: " … ")
    }
}
