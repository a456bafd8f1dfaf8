/// The reference of flows as a Markdown text: what a flow is, and every column of every profile.
///
/// It is made of the profiles themselves, so it cannot say anything else than they do.
public enum ProfileDocument {
    /// The whole text.
    public static var markdown: String {
        ([ProfileProse.opening] + Profile<Flow>.all.map(section) + [section(Profile<Packet>.packets)]
            + [ProfileProse.formats, ProfileProse.agreement] + Comparison.all.map(\.section)
            + [ProfileProse.otherAgreement]).joined(separator: "\n")
    }

    /// The part about one profile.
    static func section<Row>(_ profile: Profile<Row>) -> String {
        let heading = "## The profile `\(profile.name)`\n\n\(profile.summary)\n"
        let columns = table(
            ["column", "unit", "type", "meaning"],
            profile.columns.map { ["`\($0.name)`", $0.unit, $0.type.rawValue, $0.meaning] })
        guard !profile.deviations.isEmpty else { return heading + "\n" + columns }
        let deviations = table(
            ["columns", "here", "because"], profile.deviations.map { [$0.columns, $0.difference, $0.reason] })
        return heading + "\n" + columns + "\n### Where it differs\n\n" + deviations
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        let lines = [header, header.map { _ in "---" }] + rows
        return lines.map { cells in "| " + cells.map(escaped).joined(separator: " | ") + " |\n" }.joined()
    }

    private static func escaped(_ cell: String) -> String {
        cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
