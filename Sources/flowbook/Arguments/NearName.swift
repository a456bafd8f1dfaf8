/// Finds the name that a person probably meant.
enum NearName {
    /// The candidate nearest to `name`, or nil where none is near enough to be meant.
    ///
    ///     NearName.find("rednder", among: ["render", "run"])      // "render"
    ///     NearName.find("rend", among: ["render", "run"])         // "render"
    ///     NearName.find("frobnicate", among: ["render", "run"])   // nil
    ///
    /// Near is: at most one letter in three (and at least one) mistaken, missing, added or swapped with its neighbour,
    /// or the beginning of a name, from two letters on. Among equals the first candidate is taken.
    /// - Complexity: O(*n* · *m*) for each candidate.
    static func find(_ name: String, among candidates: [String]) -> String? {
        let limit = max(1, name.count / 3)
        let near = candidates.map { (candidate: $0, distance: distance(name.lowercased(), $0.lowercased())) }
            .filter { $0.distance <= limit }
        if let best = near.min(by: { $0.distance < $1.distance }) { return best.candidate }
        return name.count < 2 ? nil : candidates.first { $0.lowercased().hasPrefix(name.lowercased()) }
    }

    /// How many letters have to be replaced, inserted, removed or swapped with their neighbour (optimal string
    /// alignment) to make `left` of `right`.
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var before: [Int] = []
        var above = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let replaced = above[column] + (left[row] == right[column] ? 0 : 1)
                var least = min(replaced, above[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            (before, above) = (above, current)
        }
        return above[right.count]
    }
}
