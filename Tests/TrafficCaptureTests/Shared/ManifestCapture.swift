import Foundation
import TestSupport
import Testing

/// One row of the shared captures' list: what capinfos 4.0.17 says of a file.
struct ManifestCapture: CustomTestStringConvertible, Sendable {
    let name: String
    /// The format, in capinfos's words.
    let type: String
    /// The link, in capinfos's words.
    let link: String
    let packets: Int
    /// From the earliest packet to the latest, in nanoseconds; nil where a packet has no time.
    let nanoseconds: Int64?

    var testDescription: String { name }

    /// All rows; none where the shared data is absent.
    static let all: [ManifestCapture] = {
        guard let url = SharedData.url("MANIFEST.md"), let text = try? String(contentsOf: url, encoding: .utf8) else {
            return []
        }
        return text.split(separator: "\n").compactMap { ManifestCapture(row: $0) }
    }()

    /// A row of the table: `| name | kind | type / link / packets / seconds | …`.
    private init?(row: Substring) {
        let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard cells.count > 3 else { return nil }
        let facts = cells[2].components(separatedBy: " / ")
        guard facts.count == 4, let packets = Int(facts[2]) else { return nil }
        (name, type, link, self.packets) = (cells[0], facts[0], facts[1], packets)
        nanoseconds = Self.nanoseconds(facts[3])
    }

    private static func nanoseconds(_ seconds: String) -> Int64? {
        let parts = seconds.split(separator: ".")
        guard parts.count == 2, let whole = Int64(parts[0]) else { return nil }
        return Int64(parts[1].padding(toLength: 9, withPad: "0", startingAt: 0)).map { whole * 1_000_000_000 + $0 }
    }
}
