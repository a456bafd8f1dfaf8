/// The valid name that a mistyped one probably meant.
package enum Suggestion {
    /// The candidate nearest to `name`, or nil where none is near.
    ///
    /// Near is at most a third of the name's letters away (rounded, at least one), counted as edits: a letter more,
    /// fewer or other, or two neighbours exchanged. Among equally near ones the first wins. Where none is near, the
    /// first that begins with the name is taken, from two letters on.
    ///
    ///     Suggestion.nearest(to: "timeot", among: ["tags", "timeout"])        // "timeout"
    ///     Suggestion.nearest(to: "time", among: ["tags", "timeout"])          // "timeout"
    ///
    /// - Complexity: O(*n* · *m*) for a name of *n* letters and candidates of *m* letters in all.
    package static func nearest(to name: String, among candidates: some Collection<String>) -> String? {
        let name = name.lowercased()
        let limit = max(1, (name.count + 1) / 3)
        var best: (name: String, distance: Int)?
        for candidate in candidates where abs(candidate.count - name.count) <= limit {
            let distance = distance(Array(name), Array(candidate.lowercased()))
            // A short name of which every letter must change is another name.
            guard distance < max(name.count, candidate.count) else { continue }
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        if let best { return best.name }
        return name.count < 2 ? nil : candidates.first { $0.lowercased().hasPrefix(name) }
    }

    /// The least number of edits that turn one word into the other (optimal string alignment).
    static func distance(_ first: [Character], _ second: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var current = [row + 1]
            for (column, other) in second.enumerated() {
                let replaced = last[column] + (letter == other ? 0 : 1)
                var least = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            (beforeLast, last) = (last, current)
        }
        return last[second.count]
    }
}
