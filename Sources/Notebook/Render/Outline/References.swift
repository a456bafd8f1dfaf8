import Markup

/// What the links among the notebooks lead to.
///
/// In the prose of a notebook, `[](#ID)` names a cell or a heading, `[](#fig:ID)` the figure of a cell and
/// `[](#tab:ID)` its table (`#fig:ID.2` the second). `[](NAME.swift)` and `[](NAME.swift#…)` lead to another notebook,
/// so that the same link works in an editor. A link without a text is given one: `Figure 3`, or the title of the place.
struct References: Sendable {
    private struct Target: Sendable {
        var title: String
        var anchors: [String: String]
    }

    /// Where the notebooks stand: each in a file of its own, or all on one page.
    enum Arrangement: Sendable { case apart, together }

    private var targets: [String: Target] = [:]
    private let arrangement: Arrangement

    init(_ outlines: [NotebookOutline], _ arrangement: Arrangement) {
        self.arrangement = arrangement
        for outline in outlines { targets[outline.name] = Target(title: outline.title, anchors: outline.anchors) }
    }

    /// What the anchors of a notebook begin with.
    func anchorPrefix(of notebook: String) -> String { arrangement == .together ? "\(notebook)/" : "" }

    /// What an address in the prose of `notebook` means.
    func meaning(of address: String, in notebook: String) -> MarkdownContext.Meaning {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let anchor = parts.count == 2 ? parts[1] : nil
        guard let file = parts.first, !file.isEmpty else { return place(anchor ?? "", of: notebook, from: notebook) }
        guard file.hasSuffix(".swift"), !file.contains("/") else { return .ordinary }
        return place(anchor, of: String(file.dropLast(".swift".count)), from: notebook)
    }

    private func place(_ anchor: String?, of name: String, from notebook: String) -> MarkdownContext.Meaning {
        guard let target = targets[name] else {
            return .unknown("there is no notebook \(name).swift\(suggestion(for: name, among: targets.keys))")
        }
        let page = name == notebook || arrangement == .together ? "" : "\(name).html"
        guard let anchor else {
            return .place(address: arrangement == .together ? "#\(name)" : "\(name).html", label: target.title)
        }
        guard let label = target.anchors[anchor] else {
            let near = suggestion(for: anchor, among: target.anchors.keys)
            return .unknown("\(name).swift has no cell, heading, figure or table \"\(anchor)\"\(near)")
        }
        let tied = Self.tied(label, anchor)
        let full = name == notebook ? tied : "\(tied) of “\(target.title)”"
        return .place(address: "\(page)#\(anchorPrefix(of: name))\(anchor)", label: full)
    }

    /// The kind and the number of a figure or a table stay on one line.
    private static func tied(_ label: String, _ anchor: String) -> String {
        let isNumbered = anchor.hasPrefix("fig:") || anchor.hasPrefix("tab:")
        return isNumbered ? label.replacing(" ", with: "\u{A0}") : label
    }

    private func suggestion(for name: String, among names: some Collection<String>) -> String {
        Suggestion.nearest(to: name, among: names.sorted()).map { "; did you mean \"\($0)\"?" } ?? ""
    }
}
