extension CountSpectrum {
    /// Sorting by comparison is the fastest way for so few counts.
    private static var few: Int { 64 }
    /// Counts from here on are not worth a place in the table, which a near cache should hold.
    private static var longestTable: Int { 8192 }
    private static var shortestTable: Int { 1024 }

    /// The counts above zero in groups of equal ones, ascending.
    ///
    /// Most counts of traffic are small, so they are counted by their value in a table; only the large ones are sorted.
    static func groups(of counts: [Int]) -> [Group] {
        var groups: [Group] = []
        guard counts.count >= few else {
            appendRuns(of: counts.filter { $0 > 0 }.sorted(), to: &groups)
            return groups
        }
        let (most, largest) = (min(max(counts.count, shortestTable), longestTable), counts.max() ?? 0)
        let size = min(largest, most) + 1
        let large = appendSmall(counts, below: size, to: &groups)
        guard large > 0 else { return groups }
        // In half the memory where they fit, since moving them about is most of the work.
        if largest <= Int(UInt32.max) {
            let large: [UInt32] = Self.counts(counts, from: size, howMany: large)
            appendRuns(of: RadixSort.ascending(large), to: &groups)
        } else {
            let large: [Int] = Self.counts(counts, from: size, howMany: large)
            appendRuns(of: RadixSort.ascending(large), to: &groups)
        }
        return groups
    }

    /// - Returns: how many counts are of `size` and more.
    private static func appendSmall(_ counts: [Int], below size: Int, to groups: inout [Group]) -> Int {
        var multiplicities = [Int](repeating: 0, count: size)
        var large = 0
        for count in counts where count > 0 {
            if count < size { multiplicities[count] += 1 } else { large += 1 }
        }
        groups.reserveCapacity(min(size, counts.count) + large)
        for (count, multiplicity) in multiplicities.enumerated() where multiplicity > 0 {
            groups.append(Group(count: count, multiplicity: multiplicity))
        }
        return large
    }

    @inline(__always)
    private static func counts<Number: FixedWidthInteger>(
        _ counts: [Int], from size: Int, howMany: Int
    ) -> [Number] {
        Array(capacity: howMany) { large in
            for count in counts where count >= size { large.append(Number(truncatingIfNeeded: count)) }
        }
    }

    @inline(__always)
    private static func appendRuns(of ascending: [some FixedWidthInteger], to groups: inout [Group]) {
        ascending.forEachRun { groups.append(Group(count: Int($0), multiplicity: $1)) }
    }
}
