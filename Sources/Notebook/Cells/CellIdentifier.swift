import Foundation

/// Ids of cells: lower-case words joined by hyphens, unique in a notebook.
enum CellIdentifier {
    /// Whether an id consists of `a-z`, `0-9` and `-` and begins with a letter or digit.
    static func isValid(_ id: String) -> Bool {
        !id.isEmpty && !id.hasPrefix("-") && id.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "-") }
    }

    /// The id that a title suggests; empty where the title has no letter that an id can hold.
    ///
    ///     CellIdentifier.slug("Überblick: Ports & Flows")        // "uberblick-ports-flows"
    static func slug(_ title: String) -> String {
        let folded = title.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
        let words = folded.utf8.split { !isPlain($0) }
        return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

/// Hands out ids, so that no two cells have the same.
///
/// Written ids are taken first: a cell that gets its id from its title never takes one away from a later cell.
struct IdentifierAllocator {
    private var taken: [String: Int] = [:]
    private var counts: [String: Int] = [:]

    /// Takes a written id; returns the line of the cell that has it already, if one does.
    mutating func take(_ id: String, line: Int) -> Int? {
        if let first = taken[id] { return first }
        taken[id] = line
        return nil
    }

    /// A free id made from the title, else from the 1-based position; taken ones get a number behind them.
    mutating func make(title: String?, position: Int, line: Int) -> String {
        let slug = CellIdentifier.slug(title ?? "")
        let base = slug.isEmpty ? "cell-\(position)" : slug
        var count = counts[base, default: 0] + 1
        while taken[candidate(base, count)] != nil { count += 1 }
        counts[base] = count
        let id = candidate(base, count)
        taken[id] = line
        return id
    }

    private func candidate(_ base: String, _ count: Int) -> String { count == 1 ? base : "\(base)-\(count)" }
}
