extension Comparison {
    /// Every comparison there is.
    static let all = [tsharkFields, tsharkStreams, nfstream, zeek, nDPI]

    /// The comparison as Markdown: a heading, what was compared, and a table of what differs.
    var section: String {
        let rows = differences.map { "| `\($0.capture)` | \($0.theirs) | \($0.ours) | \($0.reason) |\n" }
        return """
            ### \(subject)

            \(account)

            | capture | \(unit) there | \(unit) here | because |
            | --- | --- | --- | --- |
            \(rows.joined())
            """
    }
}
