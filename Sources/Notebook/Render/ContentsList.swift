import Markup

/// The contents of a page as a nested list of links.
struct ContentsList {
    private struct Entry {
        var level: Int
        var text: String
        var anchor: String
    }

    private var entries: [Entry]

    /// The headings of a notebook to the third level; where it has none below its title, the titles of its cells.
    ///
    /// Nested, the notebook's own title comes first and everything else is below it.
    init(of outline: NotebookOutline, references: References, isNested: Bool) {
        let prefix = references.anchorPrefix(of: outline.name)
        let title = outline.titleHeading
        let headings = outline.headings.filter { $0.level <= 3 && $0 != title }
        entries = headings.map { Entry(level: max($0.level, 2), text: $0.text, anchor: prefix + $0.id) }
        if entries.isEmpty {
            entries = outline.cells.filter { $0.cell.title != nil }.map {
                Entry(level: 2, text: $0.name, anchor: prefix + $0.cell.id)
            }
        }
        if isNested { entries.insert(Entry(level: 1, text: outline.title, anchor: outline.name), at: 0) }
    }

    /// The contents of several notebooks, one after the other.
    init(_ lists: [ContentsList]) { entries = lists.flatMap(\.entries) }

    var isEmpty: Bool { entries.isEmpty }

    var html: HTML { Self.list(entries[...]) }

    /// An entry with everything deeper that follows it makes one item.
    private static func list(_ entries: ArraySlice<Entry>) -> HTML {
        var items = HTML()
        var rest = entries
        while let first = rest.popFirst() {
            let below = rest.prefix { $0.level > first.level }
            rest = rest.dropFirst(below.count)
            items.append(
                HTML("li") {
                    HTML("a", ["href": "#\(first.anchor)"]) { first.text }
                    if !below.isEmpty { list(below) }
                })
        }
        return HTML("ol") { items }
    }
}
