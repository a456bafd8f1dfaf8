extension MathTree {
    /// The same formula with its one outer element cut in front of every relation, so that a narrow page can put the
    /// pieces below each other.
    ///
    /// A formula without a relation outside all brackets stays whole.
    static func rows(of trees: [MathTree]) -> [MathTree] {
        guard trees.count == 1, case .element(let name, let attributes, let children)? = trees.first,
            name == "mstyle" || name == "mrow"
        else { return trees }
        var rows: [[MathTree]] = []
        var depth = 0
        for child in children {
            if let sign = child.sign { depth += brackets[sign] ?? 0 }
            if rows.isEmpty || depth == 0 && child.isRelation {
                rows.append([child])
            } else {
                rows[rows.count - 1].append(child)
            }
        }
        return rows.map { .element(name, attributes, $0) }
    }

    private var sign: String? {
        if case .element("mo", _, let children) = self { children.map(\.content).joined() } else { nil }
    }

    private var isRelation: Bool { sign.map(Self.relations.contains) ?? false }

    private static let relations: Set<String> = ["=", "≈", "≠", "≡", "≤", "≥", "<", ">", "∼", "∝"]
    private static let brackets = ["(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1]
}
