import SwiftSyntax

/// A canonical form of a cell's program: its tokens and how they are grouped, without layout and comments.
///
/// The grouping is part of it because line ends and blanks can decide how the same tokens are read: `a -b` and `a - b`,
/// `return` and a value on the next line. Text that is not understood, or that asks for its own place, stands for
/// itself.
enum Fingerprint {
    static func of(_ tree: SourceFileSyntax) -> [UInt8] {
        let writer = TreeWriter(viewMode: .sourceAccurate)
        writer.walk(tree)
        return [1] + writer.bytes
    }

    /// The form of a text that stands for itself.
    static func verbatim(_ source: [UInt8]) -> [UInt8] { [0] + source }
}

private final class TreeWriter: SyntaxAnyVisitor {
    private(set) var bytes: [UInt8] = []
    private var kindNames: [SyntaxKind: [UInt8]] = [:]

    override func visitAny(_ node: Syntax) -> SyntaxVisitorContinueKind {
        write("(", name(of: node.kind))
        // The indentation of a multi-line string counts against its closing quotation marks, and so does every line end.
        if let literal = node.as(StringLiteralExprSyntax.self), literal.openingQuote.tokenKind == .multilineStringQuote
        {
            write("\"", Array(literal.trimmedDescription.utf8))
            return .skipChildren
        }
        return .visitChildren
    }

    override func visitAnyPost(_ node: Syntax) { bytes.append(UInt8(ascii: ")")) }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        switch token.tokenKind {
        case .endOfFile: break
        case .prefixOperator: write("<", Array(token.text.utf8))
        case .postfixOperator: write(">", Array(token.text.utf8))
        default: write("=", Array(token.text.utf8))
        }
        return .skipChildren
    }

    private func name(of kind: SyntaxKind) -> [UInt8] {
        if let name = kindNames[kind] { return name }
        let name = Array("\(kind)".utf8)
        kindNames[kind] = name
        return name
    }

    /// Lengths stand before texts, so that no text can pass for structure.
    private func write(_ tag: Unicode.Scalar, _ text: [UInt8]) {
        bytes.append(UInt8(ascii: tag))
        bytes += "\(text.count):".utf8
        bytes += text
    }
}
