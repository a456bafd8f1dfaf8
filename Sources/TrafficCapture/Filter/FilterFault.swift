/// Finds where in an expression the fault lies that libpcap's message tells of.
enum FilterFault {
    /// How many characters stand before the fault; nil where it cannot be told.
    static func position(
        in expression: String, message: FilterMessage, compile: (String) throws(FilterMessage) -> Void
    ) -> Int? {
        if message.isSyntaxError { return endOfSense(in: expression, compile: compile) }
        let named = message.namedWords
        return words(of: expression).first { named.contains(expression[$0]) }.map {
            expression.distance(from: expression.startIndex, to: $0.lowerBound)
        }
    }

    /// The first word with which the expression can no longer become a filter, whatever followed; its end where it
    /// merely ends too early.
    private static func endOfSense(
        in expression: String, compile: (String) throws(FilterMessage) -> Void
    ) -> Int? {
        let words = words(of: expression)
        guard words.count <= mostWords else { return nil }
        let fault = words.first { !canBegin(String(expression[..<$0.upperBound]), compile) }
        return expression.distance(
            from: expression.startIndex, to: fault?.lowerBound ?? words.last?.upperBound ?? expression.startIndex)
    }

    /// Whether something can follow `beginning` that makes it a filter.
    private static func canBegin(_ beginning: String, _ compile: (String) throws(FilterMessage) -> Void) -> Bool {
        let closing = String(repeating: ")", count: max(0, openGroups(in: beginning)))
        return continuations.contains { continuation in
            do throws(FilterMessage) {
                try compile(beginning + continuation + closing)
                return true
            } catch {
                // Any other complaint means that the words were understood.
                return !error.isSyntaxError
            }
        }
    }

    /// What may be lacking after the beginning of a filter: nothing, a number, an address, a whole primitive, or the
    /// rest of a comparison.
    private static let continuations = [
        "", " 1", " 192.0.2.1", " tcp", " port 1", " 1:2:3:4:5:6", " 1 = 1", "0] = 0", "] = 0", " = 0",
    ]

    /// Expressions longer than a person writes are not searched, as every word costs several compilations.
    private static let mostWords = 64

    private static func openGroups(in text: String) -> Int {
        text.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
    }

    /// The words and the signs of an expression.
    private static func words(of expression: String) -> [Range<String.Index>] {
        var words: [Range<String.Index>] = []
        var index = expression.startIndex
        while index < expression.endIndex {
            let start = index
            let kind = Kind(expression[start])
            expression.formIndex(after: &index)
            while kind != .bracket, index < expression.endIndex, Kind(expression[index]) == kind {
                expression.formIndex(after: &index)
            }
            if kind != .space { words.append(start..<index) }
        }
        return words
    }

    private enum Kind {
        case space, bracket, sign, letter

        init(_ character: Character) {
            switch character {
            case _ where character.isWhitespace: self = .space
            case "(", ")", "[", "]": self = .bracket
            case "&", "|", "!", "<", ">", "=": self = .sign
            default: self = .letter
            }
        }
    }
}

extension FilterMessage {
    /// libpcap says "syntax error in filter expression", or "can't parse filter expression: syntax error". Every
    /// beginning that is tried asks, so the message is not searched.
    fileprivate var isSyntaxError: Bool { text.hasPrefix("syntax error") || text.hasSuffix("syntax error") }

    /// The words of the expression that the message may name: quoted as in `unknown host 'foo'`, or a number as in
    /// `illegal port number 99999 > 65535`.
    fileprivate var namedWords: [Substring] {
        let parts: [Substring] = text.split(separator: "'", omittingEmptySubsequences: false)
        let quoted = parts.count >= 3 ? [parts[1]] : []
        let numbers: [Substring] = text.split(separator: " ").filter { $0.count > 1 && $0.allSatisfy(\.isNumber) }
        return quoted + numbers
    }
}
