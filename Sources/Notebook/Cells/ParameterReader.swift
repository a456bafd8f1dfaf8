import SwiftParser
import SwiftSyntax

/// Finds what a `[parameters]` cell declares.
struct ParameterReader {
    private let text: SourceText
    private let cell: Cell
    private let file: String

    init(cell: Cell, file: String) {
        self.cell = cell
        self.file = file
        text = SourceText(bytes: Array(cell.source.utf8), name: file)
    }

    func parameters() -> [Parameter] {
        guard LexicalScanner.nesting(of: text.bytes) <= CellAnalysis.maximumNesting else { return [] }
        let tree = text.bytes.withUnsafeBufferPointer { Parser.parse(source: $0, swiftVersion: .v5) }
        return tree.statements.flatMap { item in
            item.item.as(VariableDeclSyntax.self)?.bindings.flatMap(parameters) ?? []
        }
    }

    private func parameters(of binding: PatternBindingSyntax) -> [Parameter] {
        let isSimple = binding.pattern.is(IdentifierPatternSyntax.self) && binding.accessorBlock == nil
        let value = isSimple ? binding.initializer?.value : nil
        return BoundNames.of(binding.pattern).map { name in
            Parameter(
                name: String(name.text.trimmed(of: "`")), kind: value.flatMap { kind(of: binding, value: $0) },
                defaultSource: value?.trimmedDescription ?? "", place: place(of: name), range: range(of: value),
                hasTypeAnnotation: binding.typeAnnotation != nil)
        }
    }

    private func kind(of binding: PatternBindingSyntax, value: ExprSyntax) -> ParameterKind? {
        if let annotation = binding.typeAnnotation { return ParameterKind(annotation.type) }
        return ParameterKind(literal: value)
    }

    private func place(of name: TokenSyntax) -> SourcePlace {
        var place = text.place(at: name.positionAfterSkippingLeadingTrivia.utf8Offset)
        place.line += cell.line - 1
        return place
    }

    private func range(of value: ExprSyntax?) -> Range<Int> {
        guard let value else { return 0..<0 }
        let begin = value.positionAfterSkippingLeadingTrivia.utf8Offset
        return begin..<max(begin, value.endPositionBeforeTrailingTrivia.utf8Offset)
    }
}

extension ParameterKind {
    /// The kind of a written type.
    init?(_ type: TypeSyntax) {
        switch type.as(TypeSyntaxEnum.self) {
        case .identifierType(let node):
            self.init(name: node.name.text, arguments: node.genericArgumentClause)
        case .optionalType(let node):
            guard let kind = ParameterKind(node.wrappedType) else { return nil }
            self = .optional(kind)
        case .arrayType(let node):
            guard let kind = ParameterKind(node.element) else { return nil }
            self = .array(kind)
        default: return nil
        }
    }

    private init?(name: String, arguments: GenericArgumentClauseSyntax?) {
        let plain: [String: ParameterKind] = ["Int": .int, "Double": .double, "Bool": .bool, "String": .string]
        guard arguments == nil, let kind = plain[name] else { return nil }
        self = kind
    }

    /// The kind of a default without a written type, where it is a literal that has one by itself.
    init?(literal: ExprSyntax) {
        switch literal.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr: self = .int
        case .floatLiteralExpr: self = .double
        case .booleanLiteralExpr: self = .bool
        case .stringLiteralExpr: self = .string
        case .prefixOperatorExpr(let node) where node.operator.text == "-":
            guard let kind = ParameterKind(literal: node.expression), kind == .int || kind == .double else {
                return nil
            }
            self = kind
        case .arrayExpr(let node):
            let kinds = Set(node.elements.map { ParameterKind(literal: $0.expression) })
            guard kinds.count == 1, let kind = kinds.first ?? nil else { return nil }
            self = .array(kind)
        default: return nil
        }
    }
}
