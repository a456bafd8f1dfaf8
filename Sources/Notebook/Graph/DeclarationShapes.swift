import SwiftSyntax

/// The names that a pattern binds.
enum BoundNames {
    static func of(_ pattern: PatternSyntax) -> [TokenSyntax] { names(in: pattern) }

    static func of(_ condition: ConditionElementSyntax.Condition) -> [TokenSyntax] {
        switch condition {
        case .optionalBinding(let binding): names(in: binding.pattern)
        case .matchingPattern(let match): names(in: match.pattern)
        default: []
        }
    }

    private static func names(in node: some SyntaxProtocol) -> [TokenSyntax] {
        if let pattern = node.as(IdentifierPatternSyntax.self) { return [pattern.identifier] }
        return node.children(viewMode: .sourceAccurate).flatMap { names(in: $0) }
    }
}

/// What an extension adds, and to what.
struct ExtensionOutline {
    /// The outermost type: `Flow` of `extension Flow.Key`; the text itself where it is no name.
    var root: String
    var members: Set<String> = []
    var implicitUse: ImplicitUse?

    init(_ node: ExtensionDeclSyntax) {
        let type = node.extendedType.trimmedDescription
        root = ExtensionOutline.root(of: node.extendedType) ?? type
        let protocols = node.inheritanceClause?.inheritedTypes.map(\.type.trimmedDescription) ?? []
        if !protocols.isEmpty { implicitUse = .conformance(type: type, protocols: protocols) }
        for item in node.memberBlock.members { add(item.decl, type: type) }
    }

    private static func root(of type: TypeSyntax) -> String? {
        if let name = type.as(IdentifierTypeSyntax.self) { return String(name.name.text.trimmed(of: "`")) }
        return type.as(MemberTypeSyntax.self).flatMap { root(of: $0.baseType) }
    }

    private mutating func add(_ member: DeclSyntax, type: String) {
        switch member.as(DeclSyntaxEnum.self) {
        case .variableDecl(let node): add(node.bindings.flatMap { BoundNames.of($0.pattern) }, type: type)
        case .functionDecl(let node): add([node.name], type: type)
        case .structDecl(let node): add([node.name], type: type)
        case .classDecl(let node): add([node.name], type: type)
        case .enumDecl(let node): add([node.name], type: type)
        case .actorDecl(let node): add([node.name], type: type)
        case .typeAliasDecl(let node): add([node.name], type: type)
        case .initializerDecl: implicitUse = implicitUse ?? .member("init", type: type)
        case .subscriptDecl: implicitUse = implicitUse ?? .member("subscript", type: type)
        case .ifConfigDecl(let node):
            for case .decls(let items) in node.clauses.compactMap(\.elements) {
                for item in items { add(item.decl, type: type) }
            }
        default: implicitUse = implicitUse ?? .member("\(member.kind)", type: type)
        }
    }

    private mutating func add(_ names: [TokenSyntax], type: String) {
        for name in names.map({ String($0.text.trimmed(of: "`")) }) {
            members.insert(name)
            if ExtensionOutline.isCalledUnnamed(name) { implicitUse = implicitUse ?? .member(name, type: type) }
        }
    }

    /// Whether Swift may call a member without its name standing in the text.
    private static func isCalledUnnamed(_ name: String) -> Bool {
        name == "~=" || name.hasPrefix("build") || unnamed.contains(name)
    }

    private static let unnamed: Set<String> = [
        "callAsFunction", "dynamicallyCall", "appendInterpolation", "appendLiteral", "wrappedValue", "projectedValue",
        "makeIterator", "makeAsyncIterator", "next",
    ]
}

extension ImplicitUse {
    /// A literal of no stated type has the type that an alias of the standard library names, or the notebook's own one.
    init?(typeAlias node: TypeAliasDeclSyntax) {
        let name = node.name.text
        guard name.hasSuffix("LiteralType") || name == "ExtendedGraphemeClusterType" || name == "UnicodeScalarType"
        else {
            return nil
        }
        self = .literalType(name)
    }
}

extension PatternBindingSyntax {
    /// Whether reading it runs a getter.
    var isComputed: Bool {
        guard let block = accessorBlock else { return false }
        guard case .accessors(let accessors) = block.accessors else { return true }
        return accessors.contains { !["willSet", "didSet"].contains($0.accessorSpecifier.text) }
    }
}

extension FunctionDeclSyntax {
    /// What makes it an overload of its own: generic parameters, labels, types and constraints, not names or defaults.
    var overloadSignature: String {
        let parameters = signature.parameterClause.parameters.map {
            "\($0.firstName.text):\($0.type.trimmedText)\($0.ellipsis?.text ?? "")"
        }
        let parts = [
            name.text, genericParameterClause?.trimmedText, "(" + parameters.joined(separator: ",") + ")",
            signature.effectSpecifiers?.asyncSpecifier?.text, signature.returnClause?.type.trimmedText,
            genericWhereClause?.trimmedText,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}

extension IfConfigDeclSyntax {
    /// Whether taking it to another cell would take nothing but imports.
    var holdsOnlyImports: Bool {
        clauses.allSatisfy { clause in
            guard case .statements(let items) = clause.elements else { return clause.elements == nil }
            return items.allSatisfy { $0.item.is(ImportDeclSyntax.self) }
        }
    }
}

extension SyntaxProtocol {
    /// The tokens with one blank between them: the text without comments and layout.
    var trimmedText: String { tokens(viewMode: .sourceAccurate).map(\.text).joined(separator: " ") }
}

extension WithModifiersSyntax {
    /// `word`, unless the declaration is for its own file alone.
    func importWord(_ word: String) -> String? {
        modifiers.contains { ["private", "fileprivate"].contains($0.name.text) } ? nil : word
    }
}
