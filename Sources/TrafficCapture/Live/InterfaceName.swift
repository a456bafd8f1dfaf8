/// The name of an interface, as somebody may have mistyped it.
enum InterfaceName {
    /// The name that `name` most probably stands for: the one with the fewest letters to change, at most half of them.
    static func nearest(to name: String, among names: [String]) -> String? {
        let distances = names.map { (name: $0, distance: distance(Array(name.utf8), Array($0.utf8))) }
        let best = distances.min { $0.distance < $1.distance }
        return best.flatMap { $0.distance <= name.utf8.count / 2 ? $0.name : nil }
    }

    /// The least number of letters to insert, remove or replace (Levenshtein).
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var last = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var current = [row + 1]
            for (column, other) in second.enumerated() {
                let replaced = last[column] + (letter == other ? 0 : 1)
                current.append(min(replaced, last[column + 1] + 1, current[column] + 1))
            }
            last = current
        }
        return last[second.count]
    }
}
