import SwiftSyntax

/// A `guard` at the top level of a cell that binds names, which the rest of a script sees.
package struct GuardBinding: Hashable, Sendable, Codable {
    /// A bound name.
    package struct Name: Hashable, Sendable, Codable {
        /// The name as it stands.
        package var text: String
        /// Where it stands: the UTF-8 offset in the source.
        package var offset: Int
    }

    /// Where the statement stands: UTF-8 offsets in the source.
    package var range: Range<Int>
    /// The names, in the order of the text.
    package var names: [Name]
    /// Whether one of them is a variable.
    package var isVariable: Bool
}

extension GuardBinding {
    /// What the statement binds; nil where that is nothing.
    init?(_ node: GuardStmtSyntax) {
        names = node.boundNames.map {
            Name(text: $0.text, offset: $0.positionAfterSkippingLeadingTrivia.utf8Offset)
        }
        guard !names.isEmpty else { return nil }
        let begin = node.positionAfterSkippingLeadingTrivia.utf8Offset
        range = begin..<max(begin, node.endPositionBeforeTrailingTrivia.utf8Offset)
        isVariable = node.bindsVariable
    }
}

extension GuardStmtSyntax {
    /// The names that it binds.
    var boundNames: [TokenSyntax] { conditions.flatMap { BoundNames.of($0.condition) } }

    /// Whether one of its conditions binds with `var`.
    fileprivate var bindsVariable: Bool {
        conditions.contains { element in
            switch element.condition {
            case .optionalBinding(let binding): binding.bindingSpecifier.tokenKind == .keyword(.var)
            case .matchingPattern(let match):
                match.pattern.tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .keyword(.var) }
            default: false
            }
        }
    }
}
