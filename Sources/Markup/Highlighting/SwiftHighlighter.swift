import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// Swift source as lines of markup, coloured by what each token is.
///
/// The text of the lines, put together again, is the source to the last byte: colouring never adds, drops or moves a
/// character. Classes are one letter: `k` keyword, `t` type, `s` string, `n` number, `c` comment, `a` attribute or
/// directive.
///
///     SwiftHighlighter.lines("let x = 1")    // [<span class="k">let</span> x = <span class="n">1</span>]
public enum SwiftHighlighter {
    /// The lines of `source`, without their line ends.
    /// - Complexity: O(*n*) in the length of the source.
    public static func lines(_ source: String) -> [HTML] {
        var lines = LineAssembly()
        for run in runs(of: source) {
            lines.append(run.text, class: run.kind)
        }
        return lines.finished
    }

    private struct Run {
        var kind: String?
        var text: Substring
    }

    /// The whole source in order, cut where the class changes; what the classification leaves out has none.
    private static func runs(of source: String) -> [Run] {
        let bytes = source.utf8
        var runs: [Run] = []
        var position = source.startIndex
        for range in Parser.parse(source: source).classifications {
            guard let kind = letter(for: range.kind) else { continue }
            let start = bytes.index(bytes.startIndex, offsetBy: range.range.lowerBound.utf8Offset)
            let end = bytes.index(bytes.startIndex, offsetBy: range.range.upperBound.utf8Offset)
            guard start >= position else { continue }
            runs.append(Run(text: source[position..<start]))
            runs.append(Run(kind: kind, text: source[start..<end]))
            position = end
        }
        runs.append(Run(text: source[position...]))
        return runs
    }

    private static func letter(for kind: SyntaxClassification) -> String? {
        switch kind {
        case .keyword: "k"
        case .type: "t"
        case .stringLiteral, .regexLiteral: "s"
        case .integerLiteral, .floatLiteral: "n"
        case .lineComment, .blockComment, .docLineComment, .docBlockComment: "c"
        case .attribute, .ifConfigDirective: "a"
        default: nil
        }
    }
}

/// Runs of text cut into lines; a run that spans lines is coloured in each of them.
private struct LineAssembly {
    private var done: [HTML] = []
    private var current = HTML()

    mutating func append(_ text: Substring, class kind: String?) {
        let pieces = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            if index > 0 { endLine() }
            guard !piece.isEmpty else { continue }
            let html = HTML(text: String(Substring(piece)))
            current.append(kind.map { kind in HTML("span", ["class": kind]) { html } } ?? html)
        }
    }

    private mutating func endLine() {
        done.append(current)
        current = HTML()
    }

    var finished: [HTML] { done + [current] }
}
