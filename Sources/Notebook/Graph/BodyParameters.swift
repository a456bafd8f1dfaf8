import SwiftSyntax

/// The parameters that the statements of a body see.
enum BodyParameters {
    /// The names that the function, initialiser or closure around `body` gives its parameters; none for another body.
    static func of(_ body: CodeBlockItemListSyntax) -> Set<String> {
        if let closure = body.parent?.as(ClosureExprSyntax.self) {
            return names(of: closure.signature?.parameterClause)
        }
        switch body.parent?.as(CodeBlockSyntax.self)?.parent?.as(SyntaxEnum.self) {
        case .functionDecl(let node): return names(of: node.signature.parameterClause)
        case .initializerDecl(let node): return names(of: node.signature.parameterClause)
        default: return []
        }
    }

    private static func names(of clause: FunctionParameterClauseSyntax) -> Set<String> {
        names(clause.parameters.map { $0.secondName ?? $0.firstName })
    }

    private static func names(of clause: ClosureSignatureSyntax.ParameterClause?) -> Set<String> {
        switch clause {
        case .simpleInput(let parameters): names(parameters.map(\.name))
        case .parameterClause(let clause): names(clause.parameters.map { $0.secondName ?? $0.firstName })
        case nil: []
        // A kind of clause that is not known hides nothing.
        @unknown default: []
        }
    }

    private static func names(_ tokens: [TokenSyntax]) -> Set<String> {
        Set(tokens.map { String($0.text.trimmed(of: "`")) })
    }
}
