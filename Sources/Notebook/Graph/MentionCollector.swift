import SwiftSyntax

/// Collects the names in a syntax tree, and a few facts that need the same walk.
///
/// It leaves out only what cannot be a reference to anything outside: labels, the names of things being declared, and
/// the parameters of a function or closure inside its body, where they come before whatever else has their names.
final class MentionCollector: SyntaxVisitor {
    private(set) var mentions = Mentions()
    private(set) var usesPosition = false
    private(set) var holdsState = false
    /// Whether something occurs that is not the same in another module: `private`, or what shows addresses of code, as
    /// types inside bodies and collections of key paths do.
    private(set) var needsOwnModule = false
    /// The operators for which there are functions.
    private(set) var operators: Set<String> = []
    private var bodyDepth = 0
    /// Whether `await` or `async` occurs.
    private(set) var mayWait = false
    /// The parameters of the bodies around; nil for the body of a type, which does not see those further out.
    private var parameters: [Set<String>?] = []

    init() { super.init(viewMode: .sourceAccurate) }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        switch token.tokenKind {
        case .identifier(let text): note(text, of: token)
        case .keyword(.await), .keyword(.async): mayWait = true
        case .keyword(.private), .keyword(.fileprivate): needsOwnModule = true
        case .keyword where token.parent?.is(DeclReferenceExprSyntax.self) == true: note(token.text, of: token)
        case .binaryOperator(let text), .prefixOperator(let text), .postfixOperator(let text):
            mentions.names.insert(text)
        default: break
        }
        return .skipChildren
    }

    override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
        parameters.append(BodyParameters.of(node))
        bodyDepth += 1
        return .visitChildren
    }

    override func visitPost(_ node: CodeBlockItemListSyntax) {
        parameters.removeLast()
        bodyDepth -= 1
    }

    override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind {
        parameters.append(nil)
        return .visitChildren
    }

    override func visitPost(_ node: MemberBlockSyntax) { parameters.removeLast() }

    override func visit(_ node: PoundSourceLocationSyntax) -> SyntaxVisitorContinueKind {
        usesPosition = true
        return .skipChildren
    }

    override func visit(_ node: DictionaryElementSyntax) -> SyntaxVisitorContinueKind {
        if node.key.is(KeyPathExprSyntax.self) { needsOwnModule = true }
        return .visitChildren
    }

    override func visit(_ node: ArrayElementSyntax) -> SyntaxVisitorContinueKind {
        if node.expression.is(KeyPathExprSyntax.self) { needsOwnModule = true }
        return .visitChildren
    }

    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { type() }

    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { type() }

    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { type() }

    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { type() }

    /// A type inside a body is described with an address of the code around it.
    private func type() -> SyntaxVisitorContinueKind {
        if bodyDepth > 0 { needsOwnModule = true }
        return .visitChildren
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        if case .identifier = node.name.tokenKind { return .visitChildren }
        operators.insert(node.name.text)
        return .visitChildren
    }

    override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
        if MentionCollector.positionMacros.contains(node.macroName.text) { usesPosition = true }
        return .visitChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        let modifiers = node.modifiers.map(\.name.text)
        if modifiers.contains("static") || modifiers.contains("class"),
            node.bindings.contains(where: { !$0.isComputed })
        {
            let isFixed = node.bindingSpecifier.text == "let" && node.bindings.allSatisfy(\.isPlainLiteral)
            if !isFixed { holdsState = true }
        }
        return .visitChildren
    }

    private static let positionMacros: Set<String> = [
        "line", "column", "file", "fileID", "filePath", "function", "dsohandle",
    ]
}

// MARK: - Names

extension MentionCollector {
    private func note(_ text: String, of token: TokenSyntax) {
        guard let parent = token.parent else { return }
        let name = text.trimmed(of: "`").drop { $0 == "$" }
        switch role(of: token, in: parent) {
        case .reference: mentions.names.insert(String(name))
        case .member: mentions.members.insert(String(name))
        case .declared: break
        }
    }

    private enum Role { case reference, member, declared }

    private func role(of token: TokenSyntax, in parent: Syntax) -> Role {
        switch parent.as(SyntaxEnum.self) {
        case .declReferenceExpr(let node): isMember(node) ? .member : isParameter(node) ? .declared : .reference
        case .memberType: .member
        case .labeledExpr(let node): node.label == token ? .declared : .reference
        case .identifierPattern: isShorthandBinding(parent) ? .reference : .declared
        case .functionParameter, .enumCaseParameter, .closureParameter, .closureShorthandParameter, .tupleTypeElement,
            .functionDecl, .enumCaseElement, .structDecl, .classDecl, .enumDecl, .actorDecl, .protocolDecl,
            .typeAliasDecl,
            .associatedTypeDecl, .genericParameter, .declNameArgument, .labeledStmt:
            .declared
        default: .reference
        }
    }

    private func isMember(_ node: DeclReferenceExprSyntax) -> Bool {
        if let access = node.parent?.as(MemberAccessExprSyntax.self) { return access.declName == node }
        return node.parent?.is(KeyPathPropertyComponentSyntax.self) == true
    }

    /// A name with argument labels, or of what a property wrapper projects, may mean something else than the parameter.
    private func isParameter(_ node: DeclReferenceExprSyntax) -> Bool {
        guard node.argumentNames == nil, case .identifier(let text) = node.baseName.tokenKind else { return false }
        let name = String(text.trimmed(of: "`"))
        for names in parameters.reversed() {
            guard let names else { return false }
            if names.contains(name) { return true }
        }
        return false
    }

    /// `if let x` declares a name and reads the variable of the same name.
    private func isShorthandBinding(_ pattern: Syntax) -> Bool {
        guard let condition = pattern.parent?.as(OptionalBindingConditionSyntax.self) else { return false }
        return condition.initializer == nil
    }
}

extension PatternBindingSyntax {
    fileprivate var isPlainLiteral: Bool {
        guard let value = initializer?.value else { return false }
        return value.is(IntegerLiteralExprSyntax.self) || value.is(FloatLiteralExprSyntax.self)
            || value.is(BooleanLiteralExprSyntax.self) || value.as(StringLiteralExprSyntax.self)?.segments.count == 1
    }
}

extension String {
    /// Without the given character at both ends.
    func trimmed(of character: Character) -> Substring {
        var rest = self[...]
        while rest.first == character { rest.removeFirst() }
        while rest.last == character { rest.removeLast() }
        return rest
    }
}
