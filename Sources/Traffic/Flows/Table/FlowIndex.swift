/// Finds the slot of a flow by the hash of its key: an open-addressed table with linear probing.
///
/// An entry is one word, the hash above and the slot below, so that probing touches no record until the hashes agree,
/// and growing needs no record at all. It is kept at most three quarters full. Removal closes the gap it leaves
/// (Knuth, The Art of Computer Programming, volume 3, section 6.4, algorithm R), so no tombstones slow down later
/// searches.
///
/// Invariant: `entries` has `mask + 1` initialised words, a power of two, and at least one of them is vacant.
struct FlowIndex: ~Copyable {
    private var entries: UnsafeMutablePointer<UInt64>
    private var mask = 1023
    private(set) var count = 0

    private static let vacant = UInt64(UInt32.max)

    init() {
        entries = Self.vacantEntries(mask + 1)
    }

    deinit { entries.deallocate() }

    /// The memory held, in bytes.
    var byteCount: Int { (mask + 1) * MemoryLayout<UInt64>.stride }

    /// The first slot with this hash for which `matches` holds.
    @inline(__always)
    func find(_ hash: UInt32, where matches: (UInt32) -> Bool) -> UInt32? {
        var position = Int(hash) & mask
        while true {
            let entry = entries[position]
            if entry == Self.vacant { return nil }
            if UInt32(truncatingIfNeeded: entry >> 32) == hash, matches(UInt32(truncatingIfNeeded: entry)) {
                return UInt32(truncatingIfNeeded: entry)
            }
            position = (position &+ 1) & mask
        }
    }

    /// Something of the first place that is looked at for a hash.
    @inline(__always)
    func touch(_ hash: UInt32) -> UInt64 { entries[Int(hash) & mask] }

    /// Adds a slot under its hash.
    mutating func insert(_ slot: UInt32, hash: UInt32) {
        if count * 4 >= (mask + 1) * 3 { grow() }
        place(UInt64(hash) << 32 | UInt64(slot))
        count += 1
    }

    /// Removes a slot that is there under its hash.
    mutating func remove(_ slot: UInt32, hash: UInt32) {
        let wanted = UInt64(hash) << 32 | UInt64(slot)
        var hole = Int(hash) & mask
        while entries[hole] != wanted {
            if entries[hole] == Self.vacant { return }
            hole = (hole + 1) & mask
        }
        close(hole)
        count -= 1
    }

    /// Moves later entries of the same run into the hole as long as they do not lie before their own place.
    private mutating func close(_ vacancy: Int) {
        var hole = vacancy
        var next = (hole + 1) & mask
        while entries[next] != Self.vacant {
            let home = Int(entries[next] >> 32) & mask
            if (next - home) & mask >= (next - hole) & mask {
                entries[hole] = entries[next]
                hole = next
            }
            next = (next + 1) & mask
        }
        entries[hole] = Self.vacant
    }

    private mutating func place(_ entry: UInt64) {
        var position = Int(entry >> 32) & mask
        while entries[position] != Self.vacant { position = (position + 1) & mask }
        entries[position] = entry
    }

    private mutating func grow() {
        let old = UnsafeBufferPointer(start: entries, count: mask + 1)
        mask = mask * 2 + 1
        entries = Self.vacantEntries(mask + 1)
        for entry in old where entry != Self.vacant { place(entry) }
        old.deallocate()
    }

    private static func vacantEntries(_ count: Int) -> UnsafeMutablePointer<UInt64> {
        let isLarge = count * MemoryLayout<UInt64>.stride >= TableMemory.largePage
        let entries = TableMemory.allocate(UInt64.self, count: count, inLargePages: isLarge)
        entries.initialize(repeating: vacant, count: count)
        return entries
    }
}
