/// Which changeable things can be reached through which shared ones.
///
/// A cell that uses a shared object and something else may have stored the one in the other. From then on, whoever uses
/// the object may be using both. (`registry.add(item)` in one cell, `item.value = 3` in the next: a third that asks
/// the registry for a sum needs both.) Shared objects that were once used together are therefore one family.
struct SharedLinks {
    /// Each shared declaration's way to the one that stands for its family.
    private var parents: [Int: Int] = [:]
    private var reachable: [Int: Set<Int>] = [:]

    /// What stands for the family of a shared declaration; nil where it has none.
    func family(of entry: Int) -> Int? {
        guard var current = parents[entry] else { return nil }
        while let parent = parents[current], parent != current { current = parent }
        return current
    }

    /// Everything changeable that can be reached through a family.
    func members(of family: Int) -> Set<Int> { reachable[family] ?? [] }

    /// Notes that one cell used all of these.
    mutating func join(_ shared: [Int], with changeable: [Int]) {
        guard let first = shared.first, changeable.count > 1 else { return }
        let root = family(of: first) ?? first
        var all = reachable.removeValue(forKey: root) ?? []
        for entry in shared {
            let other = family(of: entry) ?? entry
            if let members = reachable.removeValue(forKey: other) { all.formUnion(members) }
            parents[other] = root
            parents[entry] = root
        }
        all.formUnion(changeable)
        reachable[root] = all
    }
}
