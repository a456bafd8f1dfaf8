/// What is kept of flows only on demand, by slot, and how much memory it takes.
struct ExtrasTable {
    private var extras: [FlowExtras?] = []
    private var ofExtras = 0

    /// The extras of the flow in a slot; nil where nothing is kept of it.
    subscript(slot: UInt32) -> FlowExtras? {
        Int(slot) < extras.count ? extras[Int(slot)] : nil
    }

    /// Keeps extras of the flow in a slot, in place of others.
    mutating func keep(_ extra: FlowExtras, of slot: UInt32) {
        let missing = Int(slot) + 1 - extras.count
        if missing > 0 { extras.append(contentsOf: repeatElement(nil, count: missing)) }
        remove(slot)
        extras[Int(slot)] = extra
        ofExtras += extra.byteCount
    }

    /// Gives back what is kept of the flow in a slot.
    mutating func remove(_ slot: UInt32) {
        guard let extra = self[slot] else { return }
        ofExtras -= extra.byteCount
        extras[Int(slot)] = nil
    }

    /// Changes extras, which may make them larger.
    @inline(__always)
    mutating func change(_ extra: FlowExtras, _ change: (FlowExtras) -> Void) {
        let before = extra.byteCount
        change(extra)
        ofExtras += extra.byteCount - before
    }

    /// The memory held, in bytes.
    var byteCount: Int { extras.capacity * MemoryLayout<FlowExtras?>.stride + ofExtras }
}
