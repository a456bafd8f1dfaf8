extension MathTree {
    /// The same formula, whose trees stand side by side, in the part of MathML that browsers implement (W3C MathML
    /// Core).
    ///
    /// - a minus is a minus, not a hyphen;
    /// - a decimal number is one number, not two with an operator between them;
    /// - bold, script and double-struck letters are their own characters, since `mathvariant` is not in the core;
    /// - an accent is marked on the element that places it.
    static func mended(_ trees: [MathTree]) -> [MathTree] {
        joiningDecimals(trees.map { $0.mended() })
    }

    private func mended() -> MathTree {
        guard case .element(let name, let attributes, let children) = self else { return self }
        let mended = Self.mended(children)
        switch name {
        case "mo": return Self.operation(attributes, mended)
        case "mi", "mn": return Self.letters(name, attributes, mended)
        case "mover", "munder": return .element(name, attributes + Self.accent(of: mended), mended)
        default: return .element(name, attributes, mended)
        }
    }

    private static func operation(_ attributes: [Attribute], _ children: [MathTree]) -> MathTree {
        let isMinus = children == [.text("-")]
        return .element("mo", attributes, isMinus ? [.text("\u{2212}")] : children)
    }

    private static func letters(_ name: String, _ attributes: [Attribute], _ children: [MathTree]) -> MathTree {
        guard let variant = attributes.first(where: { $0.name == "mathvariant" })?.value,
            let alphabet = MathAlphabet(variant: variant)
        else { return .element(name, attributes, children) }
        let others = attributes.filter { $0.name != "mathvariant" }
        return .element(name, others, children.map { .text(alphabet.spelling(of: $0.content)) })
    }

    private static func accent(of children: [MathTree]) -> [Attribute] {
        guard case .element("mo", let attributes, _)? = children.last else { return [] }
        let isAccent = attributes.contains(Attribute(name: "accent", value: "true"))
        return isAccent ? [Attribute(name: "accent", value: "true")] : []
    }

    private static func joiningDecimals(_ children: [MathTree]) -> [MathTree] {
        var result: [MathTree] = []
        for child in children {
            if let joined = joined(result.suffix(2), child) {
                result.removeLast(2)
                result.append(joined)
            } else {
                result.append(child)
            }
        }
        return result
    }

    private static func joined(_ before: ArraySlice<MathTree>, _ last: MathTree) -> MathTree? {
        guard before.count == 2, case .element("mn", let attributes, let whole)? = before.first,
            case .element("mo", _, [.text(".")])? = before.last, case .element("mn", _, let fraction) = last
        else { return nil }
        return .element("mn", attributes, [.text((whole + [.text(".")] + fraction).map(\.content).joined())])
    }
}
