@testable import Notebook

/// Looks for a smaller history of worlds with a wrong page at its end.
enum Shrinking {
    /// The smallest history found within so many tries.
    static func smallest(_ history: [World], tries: Int = 60) -> (worlds: [World], difference: String)? {
        var left = tries
        var best: (worlds: [World], difference: String)?
        func attempt(_ worlds: [World]) -> Bool {
            guard left > 0, let difference = Self.difference(after: worlds) else { return false }
            best = (worlds, difference)
            return true
        }
        for count in [1, 2, 3, 5, history.count] where count <= history.count {
            left -= 1
            if attempt(Array(history.suffix(count))) { break }
        }
        guard let found = best?.worlds else { return nil }
        for id in Set(found.flatMap(\.cells).map(\.id)).sorted() {
            guard let worlds = best?.worlds else { break }
            left -= 1
            _ = attempt(worlds.map { $0.without(id) })
        }
        return best
    }

    private static func difference(after worlds: [World]) -> String? {
        guard let trial = try? EqualityTrial() else { return nil }
        var last: String?
        for world in worlds where !world.cells.isEmpty { last = (try? trial.difference(at: world)) ?? nil }
        return last
    }
}

extension World {
    fileprivate func without(_ id: String) -> World {
        var world = self
        world.cells.removeAll { $0.id == id }
        return world
    }
}
