import SwiftSyntax

/// A canonical form of a cell's program: its tokens and how they are grouped, without layout and comments.
///
/// The grouping is part of it because line ends and blanks can decide how the same tokens are read: `a -b` and `a - b`,
/// `return` and a value on the next line. Text that is not understood, or that asks for its own place, stands for
/// itself.
enum Fingerprint {
    static func of(_ tree: SourceFileSyntax, source: [UInt8]) -> [UInt8] {
        let writer = TreeWriter(source: source)
        writer.walk(tree)
        return [1] + writer.bytes
    }

    /// The form of a text that stands for itself.
    static func verbatim(_ source: [UInt8]) -> [UInt8] { [0] + source }
}

private final class TreeWriter: SyntaxAnyVisitor {
    private(set) var bytes: [UInt8] = []
    private let source: [UInt8]
    private var kindNames: [SyntaxKind: [UInt8]] = [:]

    init(source: [UInt8]) {
        self.source = source
        super.init(viewMode: .sourceAccurate)
    }

    override func visitAny(_ node: Syntax) -> SyntaxVisitorContinueKind {
        bytes.append(UInt8(ascii: "("))
        bytes += name(of: node.kind)
        // The indentation of a multi-line string counts against its closing marks, and so does every line end.
        if let literal = node.as(StringLiteralExprSyntax.self), literal.openingQuote.tokenKind == .multilineStringQuote
        {
            writeText(of: node)
            return .skipChildren
        }
        return .visitChildren
    }

    override func visitAnyPost(_ node: Syntax) { bytes.append(UInt8(ascii: ")")) }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        switch token.tokenKind {
        case .endOfFile: return .skipChildren
        case .prefixOperator: bytes.append(UInt8(ascii: "<"))
        case .postfixOperator: bytes.append(UInt8(ascii: ">"))
        default: break
        }
        writeText(of: token)
        return .skipChildren
    }

    private func name(of kind: SyntaxKind) -> [UInt8] {
        if let name = kindNames[kind] { return name }
        let name = Array("\(kind)".utf8)
        kindNames[kind] = name
        return name
    }

    /// The length stands before the text, so that no text can pass for structure.
    private func writeText(of node: some SyntaxProtocol) {
        let begin = node.positionAfterSkippingLeadingTrivia.utf8Offset
        let end = max(begin, node.endPositionBeforeTrailingTrivia.utf8Offset)
        bytes.append(UInt8(ascii: "="))
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: (end - begin) >> shift)) }
        bytes += source[begin..<end]
    }
}
