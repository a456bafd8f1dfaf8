import Markup
import NotebookDisplay

/// A notebook with everything found out that links may ask for: headings, numbers, anchors.
struct NotebookOutline {
    let name: String
    private(set) var cells: [OutlinedCell]
    private let text: String

    init(_ notebook: WovenNotebook) {
        name = notebook.name
        text = notebook.text
        var builder = OutlineBuilder(slugs: Slugs(taken: notebook.cells.map(\.cell.id)))
        var cells = notebook.cells.map { builder.outline($0) }.filter(\.isShown)
        if let (title, rest) = cells.first?.prose?.splitAtTitle() {
            cells[0].title = title
            cells[0].prose = rest
        }
        self.cells = cells
    }

    /// The lines of the notebook's text.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The same with the number of the notebook in the names of its tables and figures.
    func numbered(_ number: Int) -> NotebookOutline {
        var outline = self
        for index in cells.indices { outline.cells[index].contents = cells[index].contents.map { $0.numbered(number) } }
        return outline
    }

    /// The text of the first heading of the first level, else the name of the file.
    var title: String { titleHeading?.text ?? name }

    /// The heading that is the notebook's title.
    var titleHeading: MarkdownDocument.Heading? { headings.first { $0.level == 1 } }

    /// All headings in order.
    var headings: [MarkdownDocument.Heading] { cells.flatMap(\.headings) }

    /// Whether a cell shows raw HTML, which stands in a frame of its own.
    var holdsFrames: Bool {
        cells.contains { $0.contents.contains { if case .html = $0 { true } else { false } } }
    }

    /// The cell in whose text a line of the notebook stands.
    func cell(atLine line: Int) -> OutlinedCell? { cells.last { $0.cell.markerLine <= line } }

    /// What each anchor of the notebook is called.
    var anchors: [String: String] {
        var anchors: [String: String] = [:]
        for cell in cells {
            for heading in cell.headings { anchors[heading.id] = heading.text }
            for label in cell.labels { anchors[label.anchor] = label.name }
            anchors[cell.cell.id] = cell.name
        }
        return anchors
    }
}

/// Walks through the cells in order, counting tables and figures.
private struct OutlineBuilder {
    var slugs: Slugs
    private var figures = 0
    private var tables = 0

    init(slugs: Slugs) { self.slugs = slugs }

    mutating func outline(_ woven: WovenCell) -> OutlinedCell {
        var outlined = OutlinedCell(woven: woven)
        if woven.cell.kind == .markdown, woven.cell.options.hide != .all {
            outlined.prose = MarkdownDocument(Self.source(of: woven), slugs: &slugs)
        }
        if outlined.showsOutput { outlined.contents = contents(of: woven) }
        return outlined
    }

    /// The prose with its values; one that was not computed shows as an ellipsis.
    private static func source(of woven: WovenCell) -> MarkdownSource {
        var values = (woven.result?.interpolations ?? [])[...]
        return MarkdownSource(
            woven.cell.prose.map { segment in
                switch segment {
                case .text(let text): .markdown(text)
                case .value: .value(values.popFirst() ?? "…")
                }
            })
    }

    private mutating func contents(of woven: WovenCell) -> [OutlinedCell.Content] {
        var plots = woven.plots[...]
        var labeller = Labeller(cell: woven.cell, figures: figures, tables: tables)
        var contents: [OutlinedCell.Content] = []
        for item in woven.result?.items ?? [] {
            switch item {
            case .stream(let stream, let text): contents.append(.stream(stream, text))
            case .cut(let text): contents.append(.cut(text))
            case .output(let output): contents.append(content(of: output, plots: &plots, labeller: &labeller))
            }
        }
        (figures, tables) = (labeller.figures, labeller.tables)
        return labeller.captioningLast(contents)
    }

    private mutating func content(
        of output: Output, plots: inout ArraySlice<WovenPlot>, labeller: inout Labeller
    ) -> OutlinedCell.Content {
        switch output {
        case .text(let text): .text(text)
        case .table(let table): .table(table, labeller.table(caption: table.caption))
        case .plot(let plot):
            .plot(plots.popFirst() ?? .failed("the plot was not drawn"), labeller.figure(caption: plot.caption))
        case .image(let picture): .image(picture, labeller.figure(caption: picture.caption))
        case .bytes(let map): .bytes(map, labeller.figure(caption: map.caption))
        case .summary(let summary): .summary(summary)
        case .markdown(let text): .prose(MarkdownDocument(MarkdownSource(text), slugs: &slugs))
        case .formula(let tex): .formula(tex)
        case .html(let markup): .html(markup)
        }
    }
}

/// Numbers the tables and figures of one cell, continuing from the cells before it.
private struct Labeller {
    let cell: Cell
    var figures: Int
    var tables: Int
    private var figuresHere = 0
    private var tablesHere = 0

    init(cell: Cell, figures: Int, tables: Int) {
        self.cell = cell
        self.figures = figures
        self.tables = tables
    }

    mutating func figure(caption: String?) -> OutlinedCell.Label {
        figures += 1
        figuresHere += 1
        let anchor = anchor("fig", figuresHere)
        return OutlinedCell.Label(kind: .figure, number: figures, anchor: anchor, caption: caption)
    }

    mutating func table(caption: String?) -> OutlinedCell.Label {
        tables += 1
        tablesHere += 1
        let anchor = anchor("tab", tablesHere)
        return OutlinedCell.Label(kind: .table, number: tables, anchor: anchor, caption: caption)
    }

    private func anchor(_ kind: String, _ count: Int) -> String {
        count == 1 ? "\(kind):\(cell.id)" : "\(kind):\(cell.id).\(count)"
    }

    /// Gives the caption among the cell's options to its last table or figure that has none of its own.
    func captioningLast(_ contents: [OutlinedCell.Content]) -> [OutlinedCell.Content] {
        guard let caption = cell.options.caption else { return contents }
        var contents = contents
        for index in contents.indices.reversed() {
            guard let captioned = contents[index].captioned(caption) else { continue }
            contents[index] = captioned
            break
        }
        return contents
    }
}

extension OutlinedCell.Content {
    /// The same with a caption; nil where it has one already or cannot have one.
    fileprivate func captioned(_ caption: String) -> Self? {
        switch self {
        case .table(let table, let label): label.captioned(caption).map { .table(table, $0) }
        case .plot(let plot, let label): label.captioned(caption).map { .plot(plot, $0) }
        case .image(let picture, let label): label.captioned(caption).map { .image(picture, $0) }
        case .bytes(let map, let label): label.captioned(caption).map { .bytes(map, $0) }
        default: nil
        }
    }
}

extension OutlinedCell.Label {
    fileprivate func captioned(_ caption: String) -> Self? {
        guard self.caption == nil else { return nil }
        var label = self
        label.caption = caption
        return label
    }
}
