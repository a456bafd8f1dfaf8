/// Sets formulas as MathML, and faulty ones as their own source with the reason.
public struct FormulaRenderer: Sendable {
    private let convert: FormulaConverter

    /// A renderer that asks `convert` for the MathML of each formula.
    public init(convert: @escaping FormulaConverter) { self.convert = convert }

    /// The formula's markup, and what is wrong with it, if anything is.
    public func render(_ formula: Formula) -> (html: HTML, problem: FormulaError?) {
        do {
            return (try math(formula), nil)
        } catch {
            return (Self.message(error, isDisplayed: formula.isDisplayed), error)
        }
    }

    private func math(_ formula: Formula) throws(FormulaError) -> HTML {
        let markup = try convert(formula)
        guard let trees = MathTree.parse(markup) else {
            throw FormulaError(tex: formula.tex, reason: "the converter printed something that is not MathML")
        }
        let mended = MathTree.mended(trees)
        let rows = formula.isDisplayed ? MathTree.rows(of: mended) : mended
        var body = HTML()
        for tree in rows {
            guard let piece = Self.html(tree) else {
                throw FormulaError(tex: formula.tex, reason: "the converter printed an element that is not MathML")
            }
            body.append(piece)
        }
        let hasRelations = rows.count > mended.count
        return HTML(
            "math", ["display": formula.isDisplayed ? "block" : nil, "class": hasRelations ? "relations" : nil]
        ) { body }
    }

    private static func html(_ tree: MathTree) -> HTML? {
        switch tree {
        case .text(let text): return HTML(text: text)
        case .element(let name, let attributes, let children):
            guard let element = elements[name] else { return nil }
            let pieces = children.map(html)
            guard !pieces.contains(nil) else { return nil }
            return HTML(element, known: attributes) { HTML.joined(pieces.compactMap(\.self)) }
        }
    }

    private static func message(_ error: FormulaError, isDisplayed: Bool) -> HTML {
        HTML("span", ["class": isDisplayed ? "formula-fault displayed" : "formula-fault"]) {
            HTML("code") { error.tex }
            ": \(error.reason)"
        }
    }

    private static let elements: [String: HTML.Name] = [
        "merror": "merror", "mfrac": "mfrac", "mi": "mi", "mmultiscripts": "mmultiscripts", "mn": "mn", "mo": "mo",
        "mover": "mover", "mpadded": "mpadded", "mphantom": "mphantom", "mprescripts": "mprescripts", "mroot": "mroot",
        "mrow": "mrow", "ms": "ms", "mspace": "mspace", "msqrt": "msqrt", "mstyle": "mstyle", "msub": "msub",
        "msubsup": "msubsup", "msup": "msup", "mtable": "mtable", "mtd": "mtd", "mtext": "mtext", "mtr": "mtr",
        "munder": "munder", "munderover": "munderover",
    ]
}

extension HTML {
    /// An element of a formula with those attributes that browsers know; the class of a table tells its alignment.
    fileprivate init(_ name: Name, known attributes: [MathTree.Attribute], @HTMLBuilder content: () -> HTML) {
        let values = Dictionary(attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let isAligned = values["columnalign"]?.hasPrefix("right left") ?? false
        self.init(
            name,
            [
                "accent": values["accent"], "displaystyle": values["displaystyle"],
                "linethickness": values["linethickness"], "lspace": values["lspace"], "mathcolor": values["mathcolor"],
                "mathvariant": values["mathvariant"] == "normal" ? "normal" : nil, "rspace": values["rspace"],
                "scriptlevel": values["scriptlevel"], "stretchy": values["stretchy"], "width": values["width"],
                "class": isAligned ? "aligned" : nil,
            ], content: content)
    }
}
