import SwiftSyntax

/// The value that a cell ends with.
enum TrailingExpression {
    /// The UTF-8 offsets of a last statement whose value can be shown; nil for anything but an expression with a value.
    static func range(of item: CodeBlockItemSyntax) -> Range<Int>? {
        guard case .expr(let expression) = item.item, !isAssignment(expression) else {
            return nil
        }
        guard !expression.is(IfExprSyntax.self), !expression.is(SwitchExprSyntax.self) else { return nil }
        let begin = expression.positionAfterSkippingLeadingTrivia.utf8Offset
        return begin..<max(begin, expression.endPositionBeforeTrailingTrivia.utf8Offset)
    }

    private static func isAssignment(_ expression: ExprSyntax) -> Bool {
        switch expression.as(ExprSyntaxEnum.self) {
        case .tryExpr(let node): isAssignment(node.expression)
        case .awaitExpr(let node): isAssignment(node.expression)
        case .unsafeExpr(let node): isAssignment(node.expression)
        case .sequenceExpr(let node): node.elements.contains { isAssigning($0) || isAssignment($0) }
        default: false
        }
    }

    private static func isAssigning(_ element: ExprSyntax) -> Bool {
        if element.is(AssignmentExprSyntax.self) { return true }
        guard let name = element.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
        return name.hasSuffix("=") && !comparisons.contains(name)
    }

    private static let comparisons: Set<String> = ["==", "!=", "<=", ">=", "===", "!==", "~="]
}
