/// Makes cells of a text's sections.
struct CellParser {
    let text: SourceText

    func cells(of sections: [Section]) throws(NotebookError) -> [Cell] {
        var cells: [Cell] = []
        var written: [String?] = []
        for section in sections {
            let marker = try marker(of: section)
            written.append(marker.id)
            cells.append(try cell(section, marker: marker))
        }
        try assignIDs(written, to: &cells, sections: sections)
        return cells
    }

    private func marker(of section: Section) throws(NotebookError) -> Marker {
        guard let line = section.marker else {
            return Marker(depth: 0, title: nil, kind: .code, id: nil, options: CellOptions())
        }
        var parser = MarkerParser(text: text, line: line)
        return try parser.parse()
    }

    private func cell(_ section: Section, marker: Marker) throws(NotebookError) -> Cell {
        let body = withoutBlankLines(section.body)
        let isProse = marker.kind == .markdown
        let prose = isProse ? try ProseParser(text: text, body: body).segments() : []
        return Cell(
            id: "", title: marker.title, kind: marker.kind, options: marker.options,
            markerLine: text.lineNumber(at: (section.marker ?? section.body).lowerBound),
            line: text.lineNumber(at: body.lowerBound), source: text.string(body), prose: prose,
            depth: marker.depth, range: section.range)
    }

    /// The lines between the first and the last one with text on it, without the last line end.
    private func withoutBlankLines(_ body: Range<Int>) -> Range<Int> {
        let isSpace = { (byte: UInt8) in byte.isBlank || byte.isLineEnd }
        guard let first = body.first(where: { !isSpace(text.bytes[$0]) }),
            var last = body.last(where: { !isSpace(text.bytes[$0]) })
        else { return body.lowerBound..<body.lowerBound }
        while last + 1 < body.upperBound, !text.bytes[last + 1].isLineEnd { last += 1 }
        let lines = body[..<first].last { text.bytes[$0].isLineEnd }.map { $0 + 1 }
        return (lines ?? body.lowerBound)..<(last + 1)
    }

    private func assignIDs(_ written: [String?], to cells: inout [Cell], sections: [Section]) throws(NotebookError) {
        var allocator = IdentifierAllocator()
        for (index, id) in written.enumerated() {
            guard let id else { continue }
            if let line = allocator.take(id, line: cells[index].markerLine) {
                throw text.error(.duplicateID(id, firstLine: line), at: sections[index].marker?.lowerBound ?? 0)
            }
            cells[index].id = id
        }
        for index in cells.indices where written[index] == nil {
            let line = cells[index].markerLine
            cells[index].id = allocator.make(title: cells[index].title, position: index + 1, line: line)
        }
    }
}
