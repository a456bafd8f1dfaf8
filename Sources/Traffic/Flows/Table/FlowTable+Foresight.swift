extension FlowTable {
    /// Touches what the next packets will need, so that it is in the cache when they are counted.
    ///
    /// With many live flows nearly every packet waits for memory, several times one after the other: for the index, the
    /// flow's head, and its other records. Looked up for a handful of packets at once, each step waits once for all of
    /// them. Nothing is decided here, so nothing that happens meanwhile can make it wrong.
    mutating func foresee(_ hashes: borrowing Foresight) {
        var touched: UInt64 = 0
        var slots = Foresight.Slots(repeating: FlowHead.none)
        for place in 0..<hashes.count { slots[place] = index.likely(hashes[place]) ?? FlowHead.none }
        for place in 0..<hashes.count where slots[place] != FlowHead.none {
            touched &+= heads[slots[place]].touch
        }
        for place in 0..<hashes.count where slots[place] != FlowHead.none {
            let slot = slots[place]
            let reply = heads[slot].reply
            let connection = heads[slot].connection
            if reply != FlowHead.none { touched &+= replies[reply].touch }
            if connection != FlowHead.none { touched &+= connections[connection].touch }
        }
        foreseen &+= touched
    }

    /// Whether so many flows are live that memory is worth being asked for ahead.
    var isLarge: Bool { index.count > Self.fewestToForesee }

    private static let fewestToForesee = 4096
}

/// The hashes of the next packets' flows.
struct Foresight {
    typealias Slots = InlineArray<16, UInt32>

    private var hashes = Slots(repeating: 0)
    private(set) var count = 0

    /// How many packets are looked at ahead.
    static let length = 16

    subscript(place: Int) -> UInt32 { hashes[place] }

    mutating func append(_ hash: UInt32) {
        hashes[count] = hash
        count += 1
    }
}
