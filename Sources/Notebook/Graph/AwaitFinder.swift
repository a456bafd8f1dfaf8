import SwiftSyntax

/// Finds the first `await` that is in no function, closure or type.
final class AwaitFinder: SyntaxVisitor {
    private var position: AbsolutePosition?

    static func firstPosition(in tree: SourceFileSyntax) -> AbsolutePosition? {
        let finder = AwaitFinder(viewMode: .sourceAccurate)
        finder.walk(tree)
        return finder.position
    }

    override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind { note(node) }
    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        node.awaitKeyword == nil ? .visitChildren : note(node)
    }
    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        node.modifiers.contains { $0.name.text == "async" } ? note(node) : .visitChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    private func note(_ node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
        if position == nil { position = node.positionAfterSkippingLeadingTrivia }
        return .skipChildren
    }
}
