import Foundation

/// Keeps the store small: drops the entries that nobody has used for longest, and what dead runners left behind.
struct StoreSweep {
    /// One file of the store.
    struct Entry {
        var path: String
        var size: Int64
        var used: Int64
    }

    var root: String
    /// The most the store may hold, in bytes.
    var limit: Int64 = 1 << 30
    /// Entries used within this time may be in another runner's hands, and stay.
    var grace = 600.0

    /// Removes entries, least recently used first, until the rest takes at most nine tenths of the limit.
    ///
    /// One runner sweeps at a time; a second one finds the lock taken and leaves the work to the first.
    /// - Returns: how many entries were removed.
    @discardableResult
    func evict() -> Int {
        let lock = open("\(root)/sweep.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard lock >= 0 else { return 0 }
        defer { close(lock) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { return 0 }
        let entries = allEntries()
        var total = entries.reduce(0) { $0 + $1.size }
        guard total > limit else { return 0 }
        let latest = Int64((Date().timeIntervalSince1970 - grace) * 1e9)
        var removed = 0
        for entry in entries.sorted(by: { $0.used < $1.used }) where entry.used < latest {
            guard total > limit / 10 * 9 else { break }
            if unlink(entry.path) == 0 { (total, removed) = (total - entry.size, removed + 1) }
        }
        return removed
    }

    /// Removes the work folders of processes that no longer run.
    func removeAbandonedScratch() {
        let folder = "\(root)/tmp"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let process = pid_t(name), kill(process, 0) != 0, errno == ESRCH else { continue }
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }

    private func allEntries() -> [Entry] {
        Store.Kind.allCases.flatMap { kind -> [Entry] in
            let folder = "\(root)/\(kind.rawValue)"
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.compactMap { name in
                let path = "\(folder)/\(name)"
                return FileSignature(path: path).map { Entry(path: path, size: Int64($0.size), used: $0.modified) }
            }
        }
    }
}
