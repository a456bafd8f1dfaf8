extension String {
    /// The text in lines of at most `width` characters, broken between words; lines after the first are set in by two.
    ///
    /// A word that is longer than a line keeps it to itself, so that paths can be copied.
    func folded(width: Int) -> [String] {
        let indentation = String(prefix { $0 == " " })
        var lines: [String] = []
        var line = indentation
        for word in split(separator: " ") {
            let isFirst = line.allSatisfy { $0 == " " }
            if !isFirst, line.count + 1 + word.count > width {
                lines.append(line)
                line = indentation + "  " + word
            } else {
                line += isFirst ? String(word) : " " + word
            }
        }
        return lines + [line]
    }
}
