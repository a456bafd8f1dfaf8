extension FlowTable {
    /// Touches what the next packets will need, so that it is in the cache when they are counted.
    ///
    /// With many live flows nearly every packet waits for memory, several times one after the other: for the index, the
    /// flow's head, and its other records. Looked up for a handful of packets at once, each step waits once for all of
    /// them. Nothing is decided here, so nothing that happens meanwhile can make it wrong.
    mutating func prefetch(_ places: Span<FlowPlace?>) {
        var sum: UInt64 = 0
        var slots = InlineArray<32, UInt32>(repeating: FlowHead.none)
        for number in 0..<places.count {
            if let place = places[number] { sum &+= index.touch(place.hash) }
        }
        for number in 0..<places.count {
            if let place = places[number] { slots[number] = index.find(place.hash) { _ in true } ?? FlowHead.none }
        }
        for number in 0..<places.count where slots[number] != FlowHead.none {
            sum &+= heads[slots[number]].touch
        }
        for number in 0..<places.count where slots[number] != FlowHead.none {
            let (reply, connection) = (heads[slots[number]].reply, heads[slots[number]].connection)
            if reply != FlowHead.none { sum &+= replies[reply].touch }
            if connection != FlowHead.none { sum &+= connections[connection].touch }
        }
        prefetched &+= sum
    }

    /// Whether so many flows are live that memory is worth being asked for ahead.
    var isLarge: Bool { index.count > Self.fewestToPrefetch }

    private static let fewestToPrefetch = 4096
}
