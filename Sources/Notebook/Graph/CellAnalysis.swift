import SwiftParser
import SwiftSyntax

/// What one cell's text says about itself, without knowing of other cells.
///
/// It depends on the text alone, so an unchanged cell need not be analysed again.
package struct CellAnalysis: Hashable, Sendable, Codable {
    /// The imports at top level, in order, as they stand but for comments.
    package var imports: [String] = []
    /// In the order of the text.
    package var declarations: [Declaration] = []
    /// Everything that the whole text mentions.
    package var mentions = Mentions()
    /// The last statement, where it is an expression whose value can be shown: UTF-8 offsets in the source.
    package var trailingExpression: Range<Int>?
    /// The `guard`s at top level that bind names, in the order of the text.
    package var guards: [GuardBinding] = []
    /// The lines on which the statements at top level begin.
    package var statementLines: [Int] = []
    /// Places count from 1 in the source.
    package var problems: [CellProblem] = []
    /// Whether the text asks for its own line, column or file, so that its layout is part of its meaning.
    package var usesPosition = false
    /// Whether the text could give something else in one module with other cells: `private`, a `defer` at top level, a
    /// constant that gets its value elsewhere, a type inside a body, collections of key paths.
    package var needsOwnModule = false
    /// Two texts with the same fingerprint compile to the same program, wherever and however they are laid out.
    package var fingerprint: [UInt8] = []

    /// Analyses a code cell, or the values of a markdown cell.
    package init(_ cell: Cell) {
        guard cell.kind == .markdown else {
            self.init(source: cell.source)
            return
        }
        let values = cell.prose.compactMap { segment in
            if case .value(let source, _, _) = segment { "_ = (\(source)\n)\n" } else { nil }
        }
        self.init(source: values.joined())
    }

    /// Analyses Swift text, complete or not.
    package init(source: String) {
        let bytes = Array(source.utf8)
        // The parser recurses, and no text may exhaust its stack.
        guard LexicalScanner.nesting(of: bytes) <= CellAnalysis.maximumNesting else {
            problems = [CellProblem(fault: .tooDeep(CellAnalysis.maximumNesting), line: 1, column: 1)]
            fingerprint = Fingerprint.verbatim(bytes)
            return
        }
        // Cells are compiled as Swift 5, in which a slash does not begin a regular expression.
        let tree = bytes.withUnsafeBufferPointer { Parser.parse(source: $0, swiftVersion: .v5) }
        var reader = CellReader(text: SourceText(bytes: bytes, name: ""))
        reader.read(tree)
        self = reader.finish()
        fingerprint = usesPosition || tree.hasError ? Fingerprint.verbatim(bytes) : Fingerprint.of(tree, source: bytes)
    }

    static let maximumNesting = 100

    init() {}
}
