/// Finds the formulas of a Markdown text and takes them out of its way.
///
/// `$$…$$` is a displayed formula and `$…$` one in the line. As in Pandoc, an opening dollar has no space after it, a
/// closing one no space before it and no digit after it, so `$5 and $6` is money; `\$` is a dollar. A formula does not
/// span a blank line, and dollars in code are left alone.
struct FormulaScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var output = String.UnicodeScalarView()
    private var placeholders: Placeholders

    /// `text` with each formula held by a placeholder.
    static func scan(_ text: String, _ placeholders: Placeholders) -> (text: String, placeholders: Placeholders) {
        var scanner = FormulaScanner(scalars: Array(text.unicodeScalars), placeholders: placeholders)
        scanner.scan()
        return (String(scanner.output), scanner.placeholders)
    }

    private init(scalars: [Unicode.Scalar], placeholders: Placeholders) {
        self.scalars = scalars
        self.placeholders = placeholders
    }

    private mutating func scan() {
        while position < scalars.count {
            switch scalars[position] {
            case "\\": copy(2)
            case "`", "~": copy(codeLength())
            case "$": takeFormula()
            default: copy(scalars[position...].prefix { !Self.isMark($0) }.count)
            }
        }
    }

    /// Whether something begins with a character that is more than itself.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\\" || scalar == "`" || scalar == "~" || scalar == "$"
    }

    private mutating func copy(_ count: Int) {
        let end = min(position + count, scalars.count)
        // One by one, which is many times faster than as a collection.
        for scalar in scalars[position..<end] { output.append(scalar) }
        position = end
    }

    private mutating func takeFormula() {
        let isDisplayed = at(position + 1) == "$"
        let start = position + (isDisplayed ? 2 : 1)
        guard let end = isDisplayed ? endOfDisplayed(from: start) : endOfInline(from: start) else {
            return copy(isDisplayed ? 2 : 1)
        }
        var tex = String.UnicodeScalarView()
        tex.append(contentsOf: scalars[start..<end])
        let formula = Formula(tex: placeholders.restored(String(tex)), isDisplayed: isDisplayed)
        output.append(placeholders.hold(.formula(formula)))
        position = end + (isDisplayed ? 2 : 1)
    }

    private func at(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    private func endOfInline(from start: Int) -> Int? {
        guard let first = at(start), !first.properties.isWhitespace else { return nil }
        return firstIndex(from: start) { index in
            guard scalars[index] == "$", index > start, !scalars[index - 1].properties.isWhitespace else {
                return false
            }
            return !(at(index + 1)?.properties.numericType == .decimal)
        }
    }

    private func endOfDisplayed(from start: Int) -> Int? {
        firstIndex(from: start) { scalars[$0] == "$" && at($0 + 1) == "$" && $0 > start }
    }

    /// The first index that `matches`, before any blank line; an escaped character never matches.
    private func firstIndex(from start: Int, where matches: (Int) -> Bool) -> Int? {
        var index = start
        while index < scalars.count, !isBlankLine(after: index) {
            if matches(index) { return index }
            index += scalars[index] == "\\" ? 2 : 1
        }
        return nil
    }

    private func isBlankLine(after index: Int) -> Bool {
        guard scalars[index] == "\n" else { return false }
        let next = scalars[(index + 1)...].first { $0 != " " && $0 != "\t" && $0 != "\r" }
        return next == "\n" || next == nil
    }
}

extension FormulaScanner {
    /// The length of the code that begins here, with its marks: to the closing mark, else only the mark itself.
    private func codeLength() -> Int {
        let mark = scalars[position]
        let length = runLength(at: position)
        if length >= 3 && isAtLineStart { return fenceLength(mark: mark, length: length) }
        guard mark == "`" else { return length }
        var index = position + length
        while index < scalars.count, !isBlankLine(after: index) {
            let run = scalars[index] == mark ? runLength(at: index) : 0
            if run == length { return index + run - position }
            index += max(run, 1)
        }
        return length
    }

    /// To the end of the first line that is a mark at least as long, else to the end of the text.
    private func fenceLength(mark: Unicode.Scalar, length: Int) -> Int {
        var index = position + length
        while index < scalars.count {
            if scalars[index] == mark, runLength(at: index) >= length, isLineStart(index) {
                return index + runLength(at: index) - position
            }
            index += 1
        }
        return scalars.count - position
    }

    private func runLength(at start: Int) -> Int {
        scalars[start...].prefix { $0 == scalars[start] }.count
    }

    private var isAtLineStart: Bool { isLineStart(position) }

    /// Whether only the marks of quotes and lists and spaces stand before `index` on its line.
    private func isLineStart(_ index: Int) -> Bool {
        let before = scalars[..<index].reversed().prefix { $0 != "\n" }
        return before.allSatisfy { " \t>-*+.)0123456789".unicodeScalars.contains($0) }
    }
}
