import SwiftSyntax

/// Reads the top level of a cell's syntax tree.
struct CellReader {
    private let text: SourceText
    private var analysis = CellAnalysis()
    private var mayWait = false
    /// How many `#if` are around the statement being read.
    private var conditionDepth = 0

    init(text: SourceText) { self.text = text }

    mutating func read(_ tree: SourceFileSyntax) {
        read(tree.statements)
        analysis.statementLines = tree.statements.map {
            text.place(at: $0.positionAfterSkippingLeadingTrivia.utf8Offset).line
        }
        if mayWait, let position = AwaitFinder.firstPosition(in: tree) {
            let place = text.place(at: position.utf8Offset)
            analysis.problems.append(CellProblem(fault: .topLevelAwait, line: place.line, column: place.column))
        }
        analysis.trailingExpression = tree.statements.last.flatMap(TrailingExpression.range)
    }

    func finish() -> CellAnalysis { analysis }

    /// What some nodes mention, which the cell mentions, too.
    @discardableResult
    private mutating func collect(_ nodes: any SyntaxProtocol...) -> MentionCollector {
        let collector = MentionCollector()
        for node in nodes { collector.walk(node) }
        analysis.mentions.formUnion(collector.mentions)
        analysis.usesPosition = analysis.usesPosition || collector.usesPosition
        analysis.needsOwnModule = analysis.needsOwnModule || collector.needsOwnModule
        mayWait = mayWait || collector.mayWait
        return collector
    }

    private mutating func read(_ items: CodeBlockItemListSyntax) {
        for item in items {
            switch item.item {
            case .decl(let declaration): read(declaration)
            case .stmt(let statement): read(statement)
            case .expr(let expression): collect(expression)
            @unknown default: break
            }
        }
    }

    /// A `guard` at top level declares what it binds.
    private mutating func read(_ statement: StmtSyntax) {
        let collector = collect(statement)
        if statement.is(DeferStmtSyntax.self) { analysis.needsOwnModule = true }
        guard let node = statement.as(GuardStmtSyntax.self) else { return }
        guard let binding = GuardBinding(node) else { return }
        analysis.guards.append(binding)
        for name in node.boundNames {
            declare(binding.isVariable ? .variable : .constant, name, collector) {
                $0.importWord = binding.isVariable ? "var" : "let"
            }
        }
    }

    private mutating func read(_ declaration: DeclSyntax) {
        switch declaration.as(DeclSyntaxEnum.self) {
        case .importDecl(let node): analysis.imports.append(node.trimmedDescription)
        case .variableDecl(let node): read(node)
        case .functionDecl(let node): read(node)
        case .structDecl(let node):
            declare(.type, node.name, collect(node)) { $0.importWord = node.importWord("struct") }
        case .classDecl(let node): declare(.type, node.name, collect(node)) { $0.importWord = node.importWord("class") }
        case .enumDecl(let node): declare(.type, node.name, collect(node)) { $0.importWord = node.importWord("enum") }
        case .actorDecl(let node): declare(.type, node.name, collect(node)) { $0.importWord = node.importWord("class") }
        case .protocolDecl(let node):
            declare(.type, node.name, collect(node)) { $0.importWord = node.importWord("protocol") }
        case .typeAliasDecl(let node):
            declare(.typeAlias, node.name, collect(node)) {
                $0.implicitUse = ImplicitUse(typeAlias: node)
                $0.importWord = node.importWord("typealias")
            }
        case .extensionDecl(let node): read(node)
        case .operatorDecl(let node): declare(.operator, node.name, collect(node))
        case .precedenceGroupDecl(let node): declare(.precedenceGroup, node.name, collect(node))
        case .macroDecl(let node): declare(.macro, node.name, collect(node))
        case .ifConfigDecl(let node): read(node)
        default: collect(declaration)
        }
    }

    private mutating func read(_ node: VariableDeclSyntax) {
        let isConstant = node.bindingSpecifier.text == "let"
        for binding in node.bindings {
            let collector = collect(node.attributes, node.modifiers, binding)
            if isConstant, binding.initializer == nil { analysis.needsOwnModule = true }
            for name in BoundNames.of(binding.pattern) {
                declare(binding.isComputed ? .computed : isConstant ? .constant : .variable, name, collector) {
                    $0.importWord = node.importWord(isConstant ? "let" : "var")
                    $0.hasBehaviour = binding.accessorBlock != nil || !node.attributes.isEmpty
                }
            }
        }
    }

    private mutating func read(_ node: FunctionDeclSyntax) {
        declare(.function, node.name, collect(node)) {
            $0.signature = node.overloadSignature
            if case .identifier = node.name.tokenKind { $0.importWord = node.importWord("func") }
            $0.implicitUse = node.name.text == "~=" ? .patternMatch : nil
        }
    }

    private mutating func read(_ node: ExtensionDeclSyntax) {
        let outline = ExtensionOutline(node)
        declare(.extension, outline.root, collect(node), at: node.extendedType) {
            $0.members = outline.members
            $0.extendsMember = !node.extendedType.is(IdentifierTypeSyntax.self)
            $0.implicitUse = outline.implicitUse
        }
    }

    /// Both sides of a condition count; which one the compiler takes is its affair.
    private mutating func read(_ node: IfConfigDeclSyntax) {
        conditionDepth += 1
        defer { conditionDepth -= 1 }
        let importCount = analysis.imports.count
        for clause in node.clauses {
            if case .statements(let items) = clause.elements { read(items) }
        }
        guard conditionDepth == 1, analysis.imports.count > importCount else { return }
        analysis.imports.removeSubrange(importCount...)
        if node.holdsOnlyImports { analysis.imports.append(node.trimmedDescription) }
    }

    private mutating func declare(
        _ kind: Declaration.Kind, _ name: TokenSyntax, _ collector: MentionCollector,
        complete: (inout Declaration) -> Void = { _ in }
    ) {
        declare(kind, String(name.text.trimmed(of: "`")), collector, at: name, complete: complete)
    }

    private mutating func declare(
        _ kind: Declaration.Kind, _ name: String, _ collector: MentionCollector, at node: some SyntaxProtocol,
        complete: (inout Declaration) -> Void
    ) {
        let place = text.place(at: node.positionAfterSkippingLeadingTrivia.utf8Offset)
        var declaration = Declaration(
            kind: kind, name: name, line: place.line, column: place.column, mentions: collector.mentions)
        declaration.holdsState = collector.holdsState
        declaration.operators = collector.operators
        declaration.usesPosition = collector.usesPosition
        declaration.isConditional = conditionDepth > 0
        complete(&declaration)
        analysis.declarations.append(declaration)
    }
}
